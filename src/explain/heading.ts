/** The headings of an explanation. */
import type { Language } from '../input/problem.js';
import { quoted } from './words.js';
import { pick, type Entry, type Explanation, type Section } from './explanation.js';

export const headOf = ({ rulebook }: Explanation, lang: Language): string =>
  pick(
    lang,
    `${rulebook.title.zh}：规则说明（${rulebook.id} ${rulebook.version}）`,
    `“${rulebook.title.en}”: the rules explained (${rulebook.id} ${rulebook.version})`,
  );

const CLAUSED = new Set<Section['id']>(['rules', 'exemptions', 'readings']);

/** A rule by its clause and title; what is a name, in quotation marks. */
export function heading({ id }: Section, entry: Entry, lang: Language): string {
  const clauses = entry.clauses.join(pick(lang, '、', ', '));
  const name = pick(lang, `（${entry.id}）`, ` (${entry.id})`);
  if (CLAUSED.has(id)) return `${clauses}${pick(lang, '　', ' ')}${lang === 'zh' ? entry.title.zh : quoted(entry.title.en)}${name}`;
  const clause = clauses === '' ? '' : pick(lang, `，${clauses}`, `, clause ${clauses}`);
  return `${quoted(entry.title[lang])}${pick(lang, `（${entry.id}${clause}）`, ` (${entry.id}${clause})`)}`;
}
