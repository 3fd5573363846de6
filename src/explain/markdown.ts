/** An explanation in Markdown, to be sent or printed. */
import type { Language } from '../input/problem.js';
import { neutralise } from '../input/quote.js';
import { pick, type Entry, type Explanation, type Line, type Section } from './explanation.js';
import { heading, headOf } from './heading.js';
import { numbered } from './numbered.js';

export function explanationMarkdown(explanation: Explanation, lang: Language): string {
  const { digest } = explanation.rulebook;
  const parts = [
    `# ${escape(headOf(explanation, lang))}`,
    pick(
      lang,
      `由规则库生成，改规则即改说明；规则库摘要 ${digest}。`,
      `Made from the rulebook: where a rule changes, so does this. Digest of the rulebook: ${digest}.`,
    ),
    ...explanation.sections.flatMap((section) => sectionParts(section, lang)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionParts(section: Section, lang: Language): readonly string[] {
  const compact = section.id === 'facts' || section.id === 'terms' || section.id === 'events';
  return [
    `## ${escape(section.title[lang])}`,
    ...(section.lines.length === 0 ? [] : [section.lines.map((one) => bullets(one, '', lang)).join('\n')]),
    ...(compact
      ? [section.entries.map((entry) => compactEntry(section, entry, lang)).join('\n')]
      : section.entries.map((entry) => fullEntry(section, entry, lang))),
  ];
}

const fullEntry = (section: Section, entry: Entry, lang: Language): string =>
  [
    `### ${escape(heading(section, entry, lang))}`,
    entry.parts
      .flatMap(({ label, lines }) =>
        lines.map((one, index) => bullets(one, index === 0 ? `**${escape(label[lang])}**${pick(lang, '：', ': ')}` : '', lang)),
      )
      .join('\n'),
  ].join('\n\n');

/** A name with its sentences behind it. */
function compactEntry(section: Section, entry: Entry, lang: Language): string {
  const head = `**${escape(heading(section, entry, lang))}**`;
  const [first, ...others] = entry.parts.flatMap((part) => part.lines);
  if (first === undefined) return `- ${head}`;
  return [bullets(first, `${head}${pick(lang, '：', ': ')}`, lang), ...others.map((one) => bullets(one, '', lang, 1))].join('\n');
}

/** A sentence as a list item, what stands below it as lists within. */
const bullets = (one: Line, before: string, lang: Language, deeper = 0): string =>
  numbered(one, lang)
    .map(({ number, text, depth }) => `${'  '.repeat(depth + deeper)}- ${depth === 0 ? before : ''}${escape(number + text)}`)
    .join('\n');

/** Text that Markdown leaves as it is. */
const escape = (text: string): string => neutralise(text).replace(/[\\`*_<>[\]#|]/gu, '\\$&');
