/** `heyue new contract`. */
import { basename, dirname } from 'node:path';
import type { Text } from '../../input/problem.js';
import { newContract } from '../../scaffold/contract.js';
import { writeFile } from '../../store/files.js';
import { mustBeFree } from '../../store/rulebook-texts.js';
import { loadRulebook } from '../../store/rulebooks.js';
import { rulebookFolders } from '../rulebook-folders.js';
import { styleOf, told, type Common, type Desk } from './desk.js';

export interface ContractOptions extends Common {
  readonly rulebook?: string;
  readonly title?: string;
  readonly out?: string;
  readonly rulebooks?: string;
}

/** Writes it, and says what is to be filled in; what is missing is asked for. */
export async function contract(given: string | undefined, options: ContractOptions, { io, lang, questions }: Desk): Promise<void> {
  questions.require([
    ['<id>', given],
    ['--rulebook', options.rulebook],
  ]);
  const id = await questions.answer({ flag: '<id>', ask: { zh: '合同编号', en: 'the contract’s number' }, wrong: wrongNumber }, given);
  const asked = await questions.answer(
    { flag: '--rulebook', ask: { zh: '规则库的标识或文件夹', en: 'the rulebook: its id or folder' } },
    options.rulebook,
  );
  const [folder = asked] = rulebookFolders([asked], options.rulebooks);
  const out = options.out ?? `${id.replace(/[\\/:*?"<>|\s]/g, '-')}.yaml`;
  mustBeFree(out);
  const { text, open } = newContract(
    { id, title: options.title ?? null, rulebook: loadRulebook(folder), file: basename(out) },
    styleOf(dirname(out), lang),
  );
  writeFile(out, text);
  told(dirname(out), [basename(out)], io, lang);
  io.out(
    lang === 'zh'
      ? `填好以下 ${open.length} 项之前，heyue check 不接受它：\n`
      : `heyue check refuses it until these ${open.length} are filled in:\n`,
  );
  for (const { key, says } of open) io.out(lang === 'zh' ? `  ${key}（${says.zh}）\n` : `  ${key} (${says.en})\n`);
}

const wrongNumber = (id: string): Text | undefined =>
  id.length >= 1 && id.length <= 120 && !/\p{Cc}/u.test(id)
    ? undefined
    : { zh: '合同编号应为 1 至 120 个字符', en: 'a contract’s number has 1 to 120 characters' };
