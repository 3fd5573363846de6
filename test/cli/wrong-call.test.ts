/** Calls that cannot be taken are told so in the reader's language, with exit code 2. */
import { expect, test } from '@jest/globals';
import { heyue } from '../docs/heyue.js';

test.each([
  ['audit verify', '缺少参数 <file>', "missing required argument 'file'"],
  ['audit show HJ-1', '缺少必须给出的选项 --log <path>', "required option '--log <path>' not specified"],
  ['audit head a b', '参数过多：至多1个，给了2个', 'too many arguments'],
  ['audit verify a --heads', '没有选项 --heads；是否指 --head', "unknown option '--heads' (Did you mean --head?)"],
  ['audit verify a --head', '选项 --head <digest> 后面缺少值', "option '--head <digest>' argument missing"],
  ['audit verfy a', '没有命令 verfy；是否指 verify', "unknown command 'verfy' (Did you mean verify?)"],
])('heyue %s', async (line, zh, en) => {
  expect(await heyue(line)).toEqual({ code: 2, out: '', err: `${zh}\n` });
  // Before an option that has no value, which would take it for its own.
  const [command = '', ...rest] = line.split(' ').reverse();
  const english = line.endsWith('--head') ? `${rest.reverse().join(' ')} --lang en ${command}` : `${line} --lang en`;
  expect(await heyue(english)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(en) });
});

test('a language that there is not: said in both', async () => {
  for (const line of ['audit verify a', 'audit head a', 'check a', 'explain a'])
    expect(await heyue(`${line} --lang fr`)).toEqual({
      code: 2,
      out: '',
      err: '--lang 应为 zh 或者 en，不能是“fr” / --lang is zh or en, not “fr”\n',
    });
});
