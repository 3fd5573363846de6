/** What commander says of a call that it cannot take, in the reader's language. */
import type { Command } from 'commander';
import { neutralise, quote } from '../input/quote.js';
import type { Language } from '../input/problem.js';

const LANGUAGES = ['zh', 'en'];

type Say = (...parts: readonly string[]) => string;

/** By commander's own words, which is all that it gives. */
const IN_CHINESE: readonly (readonly [RegExp, Say])[] = [
  [/^missing required argument '(.*)'$/s, (name) => `缺少参数 <${name}>`],
  [/^option '(.*)' argument missing$/s, (flags) => `选项 ${flags} 后面缺少值`],
  [/^required option '(.*)' not specified$/s, (flags) => `缺少必须给出的选项 ${flags}`],
  [/^unknown option '(.*?)'(.*)$/s, (name, near) => `没有选项 ${name}${meant(near)}`],
  [/^unknown command '(.*?)'(.*)$/s, (name, near) => `没有命令 ${name}${meant(near)}`],
  [/^too many arguments.* Expected (\d+) arguments? but got (\d+)\.$/s, (most, got) => `参数过多：至多${most}个，给了${got}个`],
];

function meant(near = ''): string {
  const [, names] = /\(Did you mean (?:one of )?(.*)\?\)/s.exec(near) ?? [];
  return names === undefined ? '' : `；是否指 ${names.replaceAll(', ', '、')}`;
}

/** The language that a call asks for, before it is known whether it can be taken. */
export function languageAsked(args: readonly string[]): Language {
  const asked = args.find((one, index) => one === '--lang=en' || (one === 'en' && args[index - 1] === '--lang'));
  return asked === undefined ? 'zh' : 'en';
}

/** As commander ends a message, on a line. */
export function sayWrongCall(message: string, lang: Language): string {
  const said = message.trim().replace(/^error: /, '');
  if (lang === 'en') return `${neutralise(message.trim().replaceAll('\n', ' '))}\n`;
  for (const [pattern, say] of IN_CHINESE) {
    const found = pattern.exec(said);
    if (found !== null) return `${neutralise(say(...found.slice(1)))}\n`;
  }
  return `${neutralise(said)}\n`;
}

/** A language that there is not is asked for: then neither is known to be understood. */
export function refuseOtherLanguages(program: Command): void {
  program.hook('preAction', (_, command) => {
    const { lang } = command.opts<{ lang?: string }>();
    if (lang === undefined || LANGUAGES.includes(lang)) return;
    const asked = quote(lang);
    command.error(`--lang 应为 zh 或者 en，不能是“${asked}” / --lang is zh or en, not “${asked}”`);
  });
}
