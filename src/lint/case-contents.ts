/** What cases say that the rulebook does not know: terms, readings, events, and what they expect; whether it is found is for `heyue test` to say. */
import { rowNames } from '../contract/contract.js';
import { readContract } from '../contract/read-contract.js';
import { acceptEvents } from '../events/accept.js';
import { dateMeant } from '../input/date-meant.js';
import { offer } from '../input/offer.js';
import type { Place, Problem, ProblemCode, Text } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { isRecord } from '../input/written.js';
import { contractOf, type Case, type CaseCheck } from '../rulebook/case.js';
import { declaredOf } from '../rulebook/declared-of.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { STATUSES_OF } from '../rulebook/words.js';

export const caseContents = (cases: readonly Case[], base: Source, rulebook: Rulebook): readonly Problem[] =>
  cases.flatMap((one) => [...ofContract(one, base, rulebook), ...one.checks.flatMap((check) => ofExpected(check, rulebook))]);

function ofContract(one: Case, base: Source, rulebook: Rulebook): readonly Problem[] {
  const declared = declaredOf(rulebook);
  const source = contractOf(one, base);
  const { contract, problems } = readContract(source, declared);
  // What the base says is said of the base, once.
  const own = problems.filter(({ place, code }) => place.file !== base.file && code !== 'missing-term');
  const chosen = one.checks.flatMap(({ readings }, index) =>
    [...readings].flatMap(([name, choice]) =>
      readContract(source, declared, new Map([[name, choice]]))
        .problems.filter(isNew(problems))
        .map((problem) => ({
          ...problem,
          place: one.placeOf(['checks', index, 'readings', name], problem.code === 'unknown-reading' ? 'key' : 'value'),
        })),
    ),
  );
  if (contract === undefined) return [...own, ...chosen];
  const rows = one.events.map((event, index) => ({
    place: one.placeOf(['events', index]),
    placeOf: (field: string): Place => one.placeOf(['events', index, ...(OF_EVENT.has(field) ? [field] : ['data', field])]),
    value: { contract: contract.id, ...(event as object) },
    textual: false,
  }));
  const taker = {
    contract: contract.id,
    types: rulebook.declared.events,
    units: rulebook.declared.units,
    rowNames: (term: string) => rowNames(contract, term),
  };
  const digits = one.events.map(dayInDigits);
  const readable = rows.filter((_, index) => digits[index] === undefined);
  const aside = one.setAside ? [] : acceptEvents(readable, [taker]).setAside;
  return [
    ...own,
    ...chosen,
    ...digits.flatMap((meant, index): readonly Problem[] =>
      meant === undefined || one.setAside
        ? []
        : [
            {
              code: 'bad-date',
              place: one.placeOf(['events', index, 'at']),
              message: { zh: '日期少了连字号（-）', en: 'a date without its hyphens' },
              repair: { zh: `写成 ${meant}`, en: `write ${meant}` },
            },
          ],
    ),
    ...aside.map(({ place, reason, repair }): Problem => ({
      code: reason.en.startsWith('there is no event type') ? 'unknown-event' : 'not-allowed',
      place,
      message: reason,
      repair: repair ?? RIGHT_EVENT,
    })),
  ];
}

/** A date without its hyphens, which to YAML is a number: the day that is meant. */
const dayInDigits = (event: unknown): string | undefined =>
  isRecord(event) && typeof event.at === 'number' ? dateMeant(String(event.at)) : undefined;

const OF_EVENT: ReadonlySet<string> = new Set(['id', 'type', 'at', 'contract', 'recordedAt', 'data']);

const RIGHT_EVENT: Text = {
  zh: '照 rulebook.yaml 的 events 改正这件事件；有意让它被搁置的，用例写 setAside: true',
  en: 'the event as rulebook.yaml declares it; `setAside: true` in the case where it is meant to be set aside',
};

const isNew =
  (known: readonly Problem[]) =>
  ({ message }: Problem): boolean =>
    !known.some((one) => one.message.zh === message.zh);

function ofExpected({ expect, places, place }: CaseCheck, rulebook: Rulebook): readonly Problem[] {
  const { declared, facts, rules, exemptions } = rulebook;
  const parties = [...declared.parties.keys(), 'both'];
  const kinds = new Map(rules.map(({ id, kind }) => [id, kind]));
  return expect.flatMap((expected, index) => {
    const at = places[index] ?? place;
    const unknown = (
      code: ProblemCode,
      what: Text,
      names: readonly (string | null | undefined)[],
      known: readonly string[],
    ): readonly Problem[] =>
      names
        .filter((name) => typeof name === 'string' && !known.includes(name))
        .map((name): Problem => {
          const repair = offer(String(name), known);
          const message = { zh: `没有名为“${String(name)}”的${what.zh}`, en: `there is no ${what.en} named “${String(name)}”` };
          return { code, place: at, message, ...(repair === undefined ? {} : { repair }) };
        });
    const kind = kinds.get(expected.rule);
    const possible = kind === undefined ? undefined : STATUSES_OF[kind];
    const { status } = expected;
    return [
      ...(status === undefined || possible === undefined || possible.includes(status)
        ? []
        : [
            {
              code: 'not-a-choice' as const,
              place: at,
              message: { zh: `规则“${expected.rule}”不会是 ${status}`, en: `the rule “${expected.rule}” is never ${status}` },
              repair: { zh: `可写：${possible.join('、')}`, en: `one of: ${possible.join(', ')}` },
            },
          ]),
      ...unknown('unknown-name', { zh: '事实或条款参数', en: 'fact or term' }, expected.missing ?? [], [
        ...facts.keys(),
        ...declared.terms.keys(),
        ...declared.events.keys(),
        ...declared.readings.keys(),
      ]),
      ...unknown('unknown-name', { zh: '事实', en: 'fact' }, Object.keys(expected.shows ?? {}), [
        ...facts.keys(),
        ...declared.terms.keys(),
      ]),
      ...unknown('unknown-rule', { zh: '免责', en: 'exemption' }, expected.excusedBy ?? [], [
        ...new Set(exemptions.map((one) => one.shownAs)),
      ]),
      ...unknown(
        'unknown-name',
        { zh: '当事人', en: 'party' },
        [expected.bearer, expected.holder, ...Object.keys(expected.owedBy ?? {})],
        parties,
      ),
    ];
  });
}
