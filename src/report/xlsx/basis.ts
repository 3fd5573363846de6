/** The head of the report, the events it rests on, and what else it rests on. */
import type { Block } from '../told/blocks.js';
import { basis } from '../told/basis.js';
import { single } from '../told/evidence.js';
import { head } from '../told/head.js';
import { column, type Sheet } from './sheet.js';

export const summarySheet: Sheet = {
  name: { zh: '摘要', en: 'Summary' },
  columns: [column('项目', 'What', 14), column('内容', 'Content', 100)],
  rows: (page) => head(page).fields.flatMap(({ label, blocks }) => textsOf(blocks).map((text, index) => [index === 0 ? label : '', text])),
};

export const evidenceSheet: Sheet = {
  name: { zh: '证据', en: 'Evidence' },
  columns: [
    column('编号', 'Id', 16),
    column('日期', 'Day', 12, 'date'),
    column('时间', 'Time', 22),
    column('事件', 'Event', 60),
    column('引用它的规则', 'Cited by', 40),
  ],
  rows: (page) => {
    const cited = new Map<string, Set<string>>();
    for (const { rule, evidence } of page.report.findings) for (const id of evidence) cited.set(id, (cited.get(id) ?? new Set()).add(rule));
    return page.report.events.map((event) => [
      event.id,
      event.at.slice(0, 10),
      event.at,
      single(page, event).what,
      [...(cited.get(event.id) ?? [])].join(' '),
    ]);
  },
};

/** Readings, determinations, gaps, faults of the data, sensitivity, sources. */
export const basisSheet: Sheet = {
  name: { zh: '依据', en: 'Basis' },
  columns: [column('类别', 'About', 30), column('内容', 'Content', 100)],
  rows: (page) => basis(page).flatMap((block) => (block.kind === 'group' ? textsOf(block.blocks).map((text) => [block.title, text]) : [])),
};

/** Every text of some blocks, a line each. */
function textsOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block): readonly string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'figure':
        return [block.text];
      case 'items':
        return block.items.flatMap(({ text, blocks: under = [] }) => [text, ...textsOf(under)]);
      case 'fields':
        return block.fields.flatMap(({ label, blocks: beside }) => textsOf(beside).map((text) => `${label} ${text}`));
      case 'table':
        return block.rows.map(({ cells }) => cells.map(({ text }) => text).join(' '));
      case 'group':
        return [block.title, ...textsOf(block.blocks)];
      case 'finding':
        return [block.title];
    }
  });
}
