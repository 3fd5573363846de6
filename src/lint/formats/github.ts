import type { Linted } from './format.js';

/** Workflow commands: GitHub shows them at their lines. */
export function github({ findings, lang }: Linted): string {
  return findings
    .map(({ place, level, code, message, repair }) => {
      const said = repair === undefined ? message[lang] : `${message[lang]}\n${lang === 'zh' ? '应为：' : 'Expected: '}${repair[lang]}`;
      const command = level === 'note' ? 'notice' : level;
      return `::${command} file=${property(place.file)},line=${place.line},col=${place.column},title=${property(code)}::${data(said)}\n`;
    })
    .join('');
}

const data = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
