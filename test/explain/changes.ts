/** Changes at one place of a rule or a fact: each name, word, figure, key and order in turn. Whether one still links, linking decides. */
import { STATUSES } from '../../src/facts/scope.js';
import { ROLLS } from '../../src/measures/roll.js';
import { OPERATORS } from '../../src/operators/catalogue.js';
import { isFields, type Json } from './normal-form.js';

export interface Change {
  readonly at: string;
  readonly to: Json;
}

/** What may stand in place of a text. */
export interface Vocabulary {
  instead(text: string): readonly string[];
}

const WORDS: readonly (readonly string[])[] = [
  Object.keys(OPERATORS),
  ROLLS,
  STATUSES,
  ['yes', 'no'],
  ['this', 'arisen'],
  ['touched', 'whole'],
  ['included', 'excluded'],
  ['down', 'up', 'nearest'],
  ['unit', 'cent'],
  ['days', 'minutes'],
  ['high', 'medium', 'low'],
  ['owed', 'retained', 'consumed'],
  ['penalty', 'refund', 'damages', 'fee'],
  ['undetermined', 'stands'],
  ['duty', 'prohibition', 'right', 'limit', 'check'],
];

/** Keys that stand for one another. */
const KEYS: readonly (readonly string[])[] = [
  ['all', 'any'],
  ['from', 'after'],
  ['to', 'before'],
  ['first', 'last', 'count'],
  ['earliest', 'latest', 'prevailing'],
  ['smaller', 'larger', 'add', 'subtract', 'multiply', 'divide'],
  ['day-before', 'day-after', 'rolled', 'arrived', 'ends-on', 'same-as'],
  ['hours-between', 'minutes-between', 'days-between', 'months-begun', 'months-elapsed', 'years-elapsed'],
  ['start', 'end', 'length'],
  ['less-than', 'at-most', 'at-least', 'more-than'],
  ['how-many', 'in-a-row', 'altogether', 'some'],
  ['answer', 'answered', 'first', 'last'],
  ['month', 'quarter', 'year'],
  ['unless', 'released-by'],
  ['when', 'formality', 'exercised'],
  ['met', 'breached', 'exceeded'],
  ['due', 'lapses', 'until', 'arises', 'performed'],
  ['take', 'whole'],
];

/** Keys that may be added, with what they say. */
const ADDED: readonly (readonly [key: string, value: Json])[] = [
  ['backward', 'yes'],
  ['first-day', 'included'],
  ...ROLLS.map((roll) => ['roll', roll] as const),
  ['whole', 'yes'],
  ['to', 'cent'],
  ['rounding', 'up'],
  ['unit', 'minutes'],
  ['once', 'yes'],
  ['effect', 'retained'],
  ['severity', 'high'],
  ['from', 'signedOn'],
  ['to', 'today'],
  ['after', 'signedOn'],
  ['before', 'today'],
  ['until', 'today'],
  ['arises', 'signedOn'],
  ['lapses', 'today'],
];

export function changesOf(value: Json, words: Vocabulary, at = ''): readonly Change[] {
  if (typeof value === 'string')
    return inPlace(
      at,
      [...new Set([...WORDS.filter((one) => one.includes(value)).flat(), ...words.instead(value)])].filter((one) => one !== value),
    );
  if (typeof value === 'number')
    return inPlace(
      at,
      [0, 1, 2].filter((one) => one !== value),
    );
  if (Array.isArray(value)) return ofList(value as readonly Json[], words, at);
  return isFields(value) ? ofFields(value, words, at) : [];
}

const inPlace = (at: string, all: readonly Json[]): readonly Change[] => all.map((to) => ({ at: `${at} → ${JSON.stringify(to)}`, to }));

function ofList(list: readonly Json[], words: Vocabulary, at: string): readonly Change[] {
  return [
    ...list.flatMap((one, index) =>
      changesOf(one, words, `${at}[${index}]`).map((change) => ({ at: change.at, to: list.with(index, change.to) })),
    ),
    ...list.map((_, index) => ({ at: `${at} without ${index}`, to: list.filter((_one, other) => other !== index) })),
    ...list
      .slice(1)
      .map((one, index) => ({ at: `${at} ${index} and ${index + 1} swapped`, to: list.with(index, one).with(index + 1, list[index]!) })),
    ...list.slice(0, 1).map((one) => ({ at: `${at} with the first twice`, to: [one, ...list] })),
  ];
}

/** Text that is only said. */
const SAID = new Set(['says', 'title', 'text', 'why', 'examples', 'must', 'must-not', 'may', 'rule', 'clause', 'also', 'basis']);

function ofFields(fields: Readonly<Record<string, Json>>, words: Vocabulary, at: string): readonly Change[] {
  const entries = Object.entries(fields);
  const isCondition = 'operator' in fields || 'all' in fields || 'any' in fields || 'not' in fields;
  // Elsewhere a key too many is none that anything reads.
  const takesKeys = at === '' || /\.(?:amounts\[\d+\]|choices\.[^.[]+)$/.test(at);
  const withKey = (key: string, other: string): Json =>
    Object.fromEntries(entries.map(([one, value]) => [one === key ? other : one, value]));
  return [
    ...entries
      .filter(([key]) => !SAID.has(key))
      .flatMap(([key, one]) =>
        changesOf(one, words, `${at}.${key}`).map((change) => ({ at: change.at, to: { ...fields, [key]: change.to } })),
      ),
    ...entries
      .filter(([key]) => !SAID.has(key))
      .map(([key]) => ({ at: `${at} without ${key}`, to: Object.fromEntries(entries.filter(([one]) => one !== key)) })),
    ...entries
      .filter(([key]) => !SAID.has(key))
      .flatMap(([key]) =>
        [...new Set([...KEYS.filter((one) => one.includes(key)).flat(), ...words.instead(key)])]
          .filter((other) => other !== key && !(other in fields))
          .map((other) => ({ at: `${at}.${key} → ${other}:`, to: withKey(key, other) })),
      ),
    ...entries.slice(1).flatMap(([key, one], index) => {
      const [before, other] = entries[index]!;
      return SAID.has(before) || SAID.has(key)
        ? []
        : [{ at: `${at}.${before} and ${key} exchanged`, to: { ...fields, [before]: one, [key]: other } }];
    }),
    ...(isCondition
      ? [
          { at: `${at} negated`, to: { not: fields } },
          { at: `${at} alone in a group`, to: { all: [fields] } },
        ]
      : (takesKeys ? ADDED : [])
          .filter(([key]) => !(key in fields))
          .map(([key, one]) => ({
            at: `${at} with ${key}: ${JSON.stringify(one)}`,
            to: { ...fields, [key]: one },
          }))),
    ...('not' in fields ? [{ at: `${at} without its negation`, to: fields.not! }] : []),
  ];
}
