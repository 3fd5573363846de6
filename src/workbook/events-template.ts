/** A workbook of events to be filled in: the columns that `heyue check` reads, those of this rulebook's event types. */
import type { EventType, FieldDeclaration } from '../events/event.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { storedAs, typeWords } from './contract/contract-sheets.js';
import { GUIDE } from './layout.js';
import type { Page, PageColumn, Stored, WorkbookPages } from './page.js';

const ROWS = 500;
const OF_CHOICES = 'choices of ';

/** One sheet to fill in, and one that explains it. */
export function eventPages(rulebook: Rulebook): WorkbookPages {
  const types = [...rulebook.declared.events.values()];
  const fields = fieldsOf(rulebook);
  const lists = new Map<string, readonly string[]>([
    ['type', types.map(labelOf)],
    [
      'type.field',
      [
        // However the type is written: as the list offers it, or by either of its two names alone.
        ...types.flatMap((type) =>
          [labelOf(type), type.name, type.says.zh].flatMap((called) => [
            ...[...type.fields.keys()].map((field) => `${called}.${field}`),
            ...(type.answers === null ? [] : [`${called}.ref`]),
          ]),
        ),
      ],
    ],
    ...fields.flatMap(({ name, choices }) => (choices.length === 0 ? [] : [[OF_CHOICES + name, choices] as const])),
  ]);
  const own: readonly (PageColumn & { readonly says: string })[] = [
    { heading: 'id', says: '编号', note: '不重复，如 e1', width: 12, stored: 'text' },
    { heading: 'contract', says: '合同编号', note: '只有一份合同时可以不写', width: 18, stored: 'text' },
    {
      heading: 'type',
      says: '事件类型',
      note: '从下拉中选；只写中文或者只写英文也可以；各是什么，见“说明”',
      width: 34,
      stored: 'text',
      list: 'type',
    },
    { heading: 'at', says: '时间', note: '日期，或者日期和时刻；只写日期的，即为当日', width: 20, stored: 'number', isRequired: true },
    { heading: 'ref', says: '回应的事件', note: '所回应的事件的编号；不写的，即回应最近一次尚未回应的', width: 12, stored: 'text' },
  ];
  const columns: readonly (PageColumn & { readonly says: string })[] = [
    ...own,
    ...fields.map(({ name, says, note, stored, choices }) => ({
      heading: name,
      says,
      note,
      width: 16,
      stored,
      ...(choices.length === 0 ? {} : { list: OF_CHOICES + name }),
    })),
  ];
  const sheet: Page = {
    name: '事件',
    columns,
    above: [columns.map(({ says }) => says)],
    rows: [],
    spare: ROWS,
    isProtected: false,
    isWrapped: false,
    grey: { by: 3, from: 5, pairs: 'type.field' },
  };
  return { title: rulebook.declared.title.zh, pages: [sheet, guidePage(rulebook)], lists };
}

/** As a drop-down offers it: 支付押金 deposit.paid. */
const labelOf = ({ name, says }: EventType): string => `${says.zh} ${name}`;

interface Field {
  readonly name: string;
  readonly says: string;
  readonly note: string;
  readonly stored: Stored;
  readonly choices: readonly string[];
}

/** Every field of any type; one name may be a field of several. */
function fieldsOf(rulebook: Rulebook): readonly Field[] {
  const declared = new Map<string, { readonly type: string; readonly field: FieldDeclaration }[]>();
  for (const { says, fields } of rulebook.declared.events.values())
    for (const [name, field] of fields) declared.set(name, [...(declared.get(name) ?? []), { type: says.zh, field }]);
  return [...declared].map(([name, all]) => {
    const stored = new Set(all.map(({ field }) => storedAs(field.type)));
    const [only = 'text'] = stored;
    const isChoice = all.every(({ field }) => field.type.kind === 'choice' || field.type.kind === 'yes/no');
    const choices = all.flatMap(({ field: { type } }) => (type.kind === 'choice' ? type.of : ['yes', 'no']));
    const words = all.map(({ type, field }) => `${type}：${field.says.zh}，${typeWords(field.type, rulebook)}${need(field)}`);
    return {
      name,
      says: [...new Set(all.map(({ field }) => field.says.zh))].join('／'),
      note: words.join('\n'),
      stored: stored.size === 1 ? only : 'text',
      choices: isChoice ? [...new Set(choices)] : [],
    };
  });
}

const need = ({ optional, default: usual }: FieldDeclaration): string =>
  optional ? '（不知道的留空）' : usual === undefined ? '（必填）' : '（可以不写）';

function guidePage(rulebook: Rulebook): Page {
  const lines = [...rulebook.declared.events.values()].map(({ name, says, fields, answers }) => [
    name,
    says.zh,
    [
      ...(answers === null ? [] : [`ref：回应 ${answers}`]),
      ...[...fields].map(([field, one]) => `${field}：${one.says.zh}，${typeWords(one.type, rulebook)}${need(one)}`),
    ].join('\n'),
  ]);
  return {
    name: GUIDE,
    columns: [
      { heading: '事件类型', width: 28 },
      { heading: '含义', width: 28 },
      { heading: '要填的列（灰色的列与这一类型无关）', width: 80 },
    ],
    rows: lines.map((line) => line.map((text) => ({ text, isLocked: true }))),
    spare: 0,
    isProtected: true,
    isWrapped: true,
  };
}
