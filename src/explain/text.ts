/** An explanation for a terminal. */
import type { Language } from '../input/problem.js';
import { neutralise } from '../input/quote.js';
import { pick, type Entry, type Explanation, type Line, type Section } from './explanation.js';
import { heading, headOf } from './heading.js';
import { numbered } from './numbered.js';

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly paint?: ((text: string) => string) | undefined;
}

/** Where it is shown; how lines are filled is the door's. */
export interface Terminal {
  readonly lang: Language;
  readonly width: number;
  readonly strong: (text: string) => string;
  readonly dim: (text: string) => string;
  /** Cells side by side, each wrapped in its own column. */
  readonly row: (cells: readonly Cell[], width: number, indent?: number) => readonly string[];
}

const INDENT = 2;
const LABEL = { zh: 10, en: 12 } as const;

export function explanationText(explanation: Explanation, terminal: Terminal): string {
  const { lang } = terminal;
  const head = terminal.row([{ text: neutralise(headOf(explanation, lang)), width: 0, paint: terminal.strong }], terminal.width);
  const lines = [...head, ...explanation.sections.flatMap((section) => ['', ...sectionLines(section, terminal)])];
  return `${lines.join('\n')}\n`;
}

function sectionLines(section: Section, terminal: Terminal): readonly string[] {
  const { lang, width, row } = terminal;
  const title = row(
    [{ text: pick(lang, `【${section.title.zh}】`, `== ${section.title.en} ==`), width: 0, paint: terminal.strong }],
    width,
  );
  return [
    ...title,
    ...section.lines.flatMap((one) => sentence(one, 0, terminal)),
    ...section.entries.flatMap((entry, index) => [
      ...(index > 0 && !isShort(section) ? [''] : []),
      ...entryLines(section, entry, terminal),
    ]),
  ];
}

/** Entries of one or two sentences, which need no empty line between them. */
const isShort = ({ id }: Section): boolean => id === 'facts' || id === 'terms' || id === 'events';

function entryLines(section: Section, entry: Entry, terminal: Terminal): readonly string[] {
  const { lang, width, row } = terminal;
  const head = neutralise(heading(section, entry, lang));
  if (isShort(section)) {
    const [first, ...others] = entry.parts.flatMap(({ lines }) => lines);
    if (first === undefined) return row([{ text: head, width: 0 }], width, INDENT);
    const begun = { ...first, text: { zh: `${head}：${first.text.zh}`, en: `${head}: ${first.text.en}` } };
    return [begun, ...others].flatMap((one, index) => sentence(one, index === 0 ? 0 : INDENT, terminal));
  }
  return [
    ...row([{ text: head, width: 0, paint: terminal.strong }], width),
    ...entry.parts.flatMap(({ label, lines }) =>
      lines.flatMap((one, index) => sentence(one, LABEL[lang], terminal, index === 0 ? label[lang] : '')),
    ),
  ];
}

/** A sentence beside its label, its items below it. */
function sentence(one: Line, labelled: number, { lang, width, row, dim }: Terminal, label = ''): readonly string[] {
  return numbered(one, lang).flatMap(({ number, text, depth }) => {
    const cells: Cell[] = labelled === 0 ? [] : [{ text: depth === 0 ? label : '', width: labelled, paint: dim }];
    const deeper = (labelled === 0 ? depth : depth - 1) * INDENT;
    const indent: Cell[] = deeper > 0 ? [{ text: '', width: deeper }] : [];
    return row([...cells, ...indent, { text: neutralise(number + text), width: 0 }], width, INDENT);
  });
}
