/** The words of a rulebook and of the rule language, as cells offer them. */
import { STATUSES } from '../facts/scope.js';
import { isRecord, type Written } from '../input/written.js';
import { OPERATORS } from '../operators/catalogue.js';
import { MEASURES } from '../measures/catalogue.js';
import { statusWord } from '../rulebook/words.js';
import { readScalarType, sayType, type OwnUnits } from '../values/type.js';
import { Lists, type Choice } from './lists.js';
import { brief, type Notes } from './notes.js';
import { CONDITIONS } from './conditions.js';
import { plainOf, type YamlText } from './text/yaml-text.js';

const asMap = (value: unknown): Written => (isRecord(value) ? value : {});

/** What `says:` says in Chinese. */
const said = (value: unknown): string | undefined => {
  const says = asMap(value).says ?? value;
  const zh = typeof says === 'string' ? says : asMap(says).zh;
  return typeof zh === 'string' ? zh : undefined;
};

const named = (values: unknown): readonly Choice[] =>
  Object.entries(asMap(values)).map(([code, value]) => {
    const says = said(value);
    return says === undefined ? { code } : { code, says };
  });

const TYPES = [
  'money',
  'count',
  'minutes',
  'ratio',
  'days',
  'working-days',
  'months',
  'years',
  'hours',
  'business-hours',
  'duration',
  'date',
  'instant',
  'yes/no',
  'text',
] as const;
const NAMED_TYPES: readonly Choice[] = [
  { code: 'party', says: '当事人' },
  { code: 'rule', says: '规则' },
];
const BUILT_IN_DAYS: readonly Choice[] = [
  { code: 'today', says: '检查日' },
  { code: 'signedOn', says: '签订日' },
  { code: 'never', says: '没有这一日' },
];
const BOTH: Choice = { code: 'both', says: '双方' };
export const YES_NO: readonly Choice[] = [
  { code: 'yes', says: '是', isBare: true, also: ['true'] },
  { code: 'no', says: '否', isBare: true, also: ['false'] },
];

/** @param files of a rulebook, by their names in its folder */
export function listsOf(files: ReadonlyMap<string, YamlText>, notes: Notes): Lists {
  const rulebook = plainIn(files, 'rulebook.yaml');
  const facts = plainIn(files, 'facts.yaml');
  const rules = [...files]
    .filter(([name]) => name.startsWith('clauses/'))
    .flatMap(([, yaml]) => yaml.documents.map((at) => asMap(plainOf(yaml.node([at])))));
  const titled = (only: (kind: unknown) => boolean): readonly Choice[] =>
    rules.flatMap(({ rule, title, kind }) => (typeof rule === 'string' && only(kind) ? [{ code: rule, says: said(title) ?? rule }] : []));
  const own: OwnUnits = new Map(named(rulebook.units).map(({ code, says = code }) => [code, { zh: says, en: code }]));
  const written = [rulebook.terms, rulebook.statute].flatMap((all) => Object.values(asMap(all)).map((one) => asMap(one).type));
  const types = [...new Set([...TYPES, ...own.keys(), ...written.filter((type) => typeof type === 'string')])];
  const terms = [...named(rulebook.terms), ...named(rulebook.statute)];
  return new Lists({
    kind: notes.choices('rule', 'kind').map(brief),
    severity: notes.choices('rule', 'severity').map(brief),
    'yes-no': YES_NO,
    type: [
      ...types.map((code): Choice => {
        const type = readScalarType(code, [...own.keys()]);
        return type === undefined ? { code } : { code, says: sayType(type, own) };
      }),
      ...NAMED_TYPES,
    ],
    party: [...named(rulebook.parties), BOTH],
    fact: [...named(facts), ...terms, ...BUILT_IN_DAYS],
    event: named(rulebook.events),
    operator: Object.entries(OPERATORS).map(([code, { says }]) => ({ code, says: says.zh })),
    measure: Object.keys(MEASURES).map((code) => ({ code, says: notes.heading('facts', '*', code) })),
    status: STATUSES.map((code) => ({ code, says: statusWord(null, code).zh })),
    'amount-kind': notes.choices('rule', 'amounts', '*', 'kind').map(brief),
    effect: notes.choices('rule', 'amounts', '*', 'effect').map(brief),
    rule: titled(() => true),
    exemption: titled((kind) => kind === 'exemption'),
    clause: (Array.isArray(rulebook.clauses) ? rulebook.clauses : []).map((code) => ({ code: String(code) })),
    table: named(rulebook.terms).filter(({ code }) => asMap(asMap(rulebook.terms)[code]).columns !== undefined),
    place: CONDITIONS.map((code) => ({ code, says: notes.heading('rule', code) })),
    section: [
      { code: 'terms', says: '约定' },
      { code: 'statute', says: '法定' },
    ],
    part: [
      { code: 'parties', says: '当事人' },
      { code: 'units', says: '自有单位' },
      { code: 'informative', says: '仅作说明的条款' },
    ],
    'base-part': notes.keys('contract').map((code) => ({ code, says: notes.heading('contract', code) })),
    reading: Object.entries(asMap(rulebook.readings)).map(([code, one]) => {
      const says = said(asMap(one).about);
      return says === undefined ? { code } : { code, says };
    }),
    remove: [{ code: 'remove', says: '删除', isBare: true }],
  });
}

function plainIn(files: ReadonlyMap<string, YamlText>, name: string): Written {
  const yaml = files.get(name);
  return asMap(plainOf(yaml?.node([yaml.documents[0] ?? 0])));
}
