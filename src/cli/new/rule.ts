/** `heyue new rule`. */
import { join } from 'node:path';
import type { Text } from '../../input/problem.js';
import { linkRulebook } from '../../rulebook/read-rulebook.js';
import type { RuleKind } from '../../rulebook/rule.js';
import { clauseFile, notAmong, wrongId } from '../../scaffold/names.js';
import { withRule } from '../../scaffold/rule.js';
import { writtenOf } from '../../scaffold/texts.js';
import type { ContractFile } from '../../schema-types/contract.js';
import { loadCalendar } from '../../store/calendar-files.js';
import { loadWithCases } from '../../store/cases.js';
import { mustBeFree, textsIn, writeTexts } from '../../store/rulebook-texts.js';
import type { Questions } from '../ask.js';
import { CallError } from '../problems.js';
import { trialWith } from '../trial.js';
import { ID, RULEBOOK, styleOf, told, type Common, type Desk } from './desk.js';

/** Every kind, as a reader calls it. */
export const KINDS: Readonly<Record<RuleKind, Text>> = {
  duty: { zh: '义务', en: 'duty' },
  prohibition: { zh: '禁止', en: 'prohibition' },
  right: { zh: '权利', en: 'right' },
  limit: { zh: '上限', en: 'limit' },
  check: { zh: '核对', en: 'check' },
  exemption: { zh: '免责', en: 'exemption' },
};

export interface RuleOptions extends Common {
  readonly rulebook?: string;
  readonly clause?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly bearer?: string;
  readonly holder?: string;
  readonly event?: string;
}

/** Writes it; what is missing is asked for. */
export async function rule(given: string | undefined, options: RuleOptions, { io, lang, questions }: Desk): Promise<void> {
  questions.require([
    ['<id>', given],
    ['--rulebook', options.rulebook],
    ['--clause', options.clause],
    ['--kind', options.kind],
  ]);
  const folder = await questions.answer(RULEBOOK, options.rulebook);
  const { rulebook: linked, base } = loadWithCases(folder);
  const { declared } = linked;
  const taken = [...linked.rules, ...linked.exemptions].map((one) => one.id);
  const id = await questions.answer({ ...ID, wrong: (answer) => wrongId(answer) ?? twice(answer, taken) }, given);
  const clause = await questions.answer(
    {
      flag: '--clause',
      ask: { zh: '条款号', en: 'clause number' },
      wrong: (answer) => notAmong({ zh: '条款', en: 'clause' }, answer, declared.clauses),
    },
    options.clause,
  );
  const kind = (await questions.answer(
    {
      flag: '--kind',
      ask: {
        zh: `种类（${Object.entries(KINDS)
          .map(([key, { zh }]) => `${key} ${zh}`)
          .join('、')}）`,
        en: `kind (${Object.keys(KINDS).join(', ')})`,
      },
      wrong: (answer) => notAmong({ zh: '种类', en: 'kind' }, answer, Object.keys(KINDS)),
    },
    options.kind,
  )) as RuleKind;
  const title = await questions.answer({ flag: '--title', ask: { zh: '标题', en: 'title' }, usual: id }, options.title);
  const party = await partyFor(kind, options, [...declared.parties.keys()], questions);
  const before = textsIn(folder);
  if (before.has(clauseFile(clause, id))) mustBeFree(join(folder, clauseFile(clause, id)));
  const asked = { id, clause, kind, title, party, event: options.event ?? null };
  const after = await withRule(before, asked, base.value as ContractFile, trialWith(loadCalendar([])), styleOf(folder, lang));
  linkRulebook(writtenOf(after));
  told(folder, writeTexts(folder, before, after), io, lang);
}

const twice = (id: string, taken: readonly string[]): Text | undefined =>
  taken.includes(id) ? { zh: `已有规则“${id}”；换一个标识`, en: `there is a rule “${id}” already: choose another id` } : undefined;

/** Who is bound, has the right or is excused; limits and checks are nobody's. */
async function partyFor(kind: RuleKind, options: RuleOptions, parties: readonly string[], questions: Questions): Promise<string> {
  const [first = 'both'] = parties;
  if (kind === 'limit' || kind === 'check') return first;
  const [flag, other] = kind === 'right' ? (['--holder', '--bearer'] as const) : (['--bearer', '--holder'] as const);
  const given = kind === 'right' ? options.holder : options.bearer;
  if (given === undefined && (kind === 'right' ? options.bearer : options.holder) !== undefined)
    throw new CallError({ zh: `${kind}（${KINDS[kind].zh}）用 ${flag}，不用 ${other}`, en: `a ${kind} takes ${flag}, not ${other}` });
  const ask =
    kind === 'right'
      ? { zh: '权利人', en: 'holder' }
      : kind === 'exemption'
        ? { zh: '保护哪一方', en: 'whom it excuses' }
        : { zh: '义务人', en: 'bearer' };
  const wrong = (answer: string): Text | undefined => notAmong({ zh: '当事人', en: 'party' }, answer, [...parties, 'both']);
  return questions.answer({ flag, ask, usual: first, wrong }, given);
}
