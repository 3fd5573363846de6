/** The report: one document that everything else renders. It has a schema, and the same input gives the same bytes. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Calendar } from '../calendar/calendar.js';
import { formatInstant, instantAt } from '../calendar/instant.js';
import type { Contract, Determination } from '../contract/contract.js';
import { gapFrom } from '../events/coverage.js';
import type { SetAsideEvent } from '../events/accept.js';
import type { Remark } from '../events/files.js';
import type { LoggedEvent } from '../events/event.js';
import type { EventLog } from '../events/log.js';
import { written } from '../findings/amounts.js';
import { evidenceOf, evidenceOfClaim } from '../findings/evidence.js';
import type { Finding, Findings } from '../findings/findings.js';
import type { Forecast } from '../findings/forecast.js';
import { exactDay, lastDayOf } from '../findings/last-day.js';
import type { Uncapped } from '../findings/uncapped.js';
import type { Place, Text } from '../input/problem.js';
import { digestOf } from '../input/digest.js';
import { formatMoney } from '../money/money.js';
import type { LinkedRule } from '../rulebook/rule.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { Report } from '../schema-types/report.js';
import type { Type } from '../values/type.js';
import { byDay, type Missing, type Moment, type Quantity, type Value } from '../values/value.js';
import { amendmentEntries } from './amendments.js';
import { claimsOf } from './claims.js';
import { drawEntry, moneyOrNull } from './draws.js';
import { readingEntries } from './readings.js';
import { showValue } from './show.js';
import { conditionsIn, traceOperands, working, type Shower } from './trace.js';
import { PROGRAM } from './program.js';
import { STATUSES } from './told/status.js';

type FindingEntry = Report['findings'][number];
type AmountEntry = FindingEntry['amounts'][number];

export interface DataQuality {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly setAside: readonly SetAsideEvent[];
  readonly remarks?: readonly Remark[];
}

export interface Checked {
  readonly rulebook: Rulebook;
  readonly contract: Contract;
  readonly log: EventLog;
  readonly calendar: Calendar;
  readonly asOf: Day;
  readonly found: Findings;
  readonly quality: DataQuality;
  readonly sensitivity: Pick<Report, 'sensitivity' | 'combinations'>;
  /** What will be due and has not begun, if that was asked. */
  readonly upcoming?: readonly Forecast[];
}

export function reportOf(checked: Checked): Report {
  const { rulebook, contract, calendar, asOf, found, quality } = checked;
  const show = shower(rulebook, contract);
  const findings = found.findings.map((finding): FindingEntry => {
    const one = entry(finding, checked, show);
    return { ...one, evidence: [...new Set([...one.evidence, ...drawnFrom(finding, found.findings)])] };
  });
  const uncapped = found.uncapped ?? [];
  const titles = namedAsRules(rulebook);
  const later = checked.log.events.filter(({ day }) => day > asOf).length;
  const cited = new Set([...findings.flatMap((finding) => finding.evidence), ...uncapped.map((claim) => claim.event)]);
  const said: Omit<Report, 'claims'> = {
    schema: 'heyue/report@1',
    program: PROGRAM,
    contract: {
      id: contract.id,
      title: contract.title,
      signedOn: formatDay(contract.signedOn),
      digest: digestOf(contract.source.value),
      parties: [...contract.parties].map(([party, { name, title }]) => ({ party, says: sayParty(rulebook, party, title), name })),
    },
    rulebook: { id: rulebook.declared.id, version: rulebook.declared.version, title: rulebook.declared.title, digest: rulebook.digest },
    calendar: {
      first: formatDay(calendar.first),
      last: formatDay(calendar.last),
      digest: calendar.digest,
      notices: calendar.notices.map((notice) => notice.source),
    },
    asOf: formatDay(asOf),
    summary: summaryOf(findings),
    findings,
    nextChange: dayOrNull(found.nextChange),
    ...(found.nextChange !== null && rulebook.rules.some(isRecurring) ? { recurring: true as const } : {}),
    nextAmountChange: dayOrNull(found.nextAmountChange),
    ...(checked.upcoming === undefined ? {} : { upcoming: checked.upcoming.map(upcomingEntry) }),
    ...(uncapped.length === 0 ? {} : { uncapped: uncapped.map(uncappedEntry) }),
    clauses: rulebook.clauses.map(({ clause, coverage, rules }) => ({
      clause,
      coverage,
      rules: [...rules],
      titles: rules.map((rule) => titles.get(rule) ?? { zh: rule, en: rule }),
      why: rulebook.declared.informative.get(clause) ?? null,
    })),
    readings: readingEntries(rulebook.declared, contract),
    ...(contract.amendments.length === 0 ? {} : { amendments: amendmentEntries(rulebook, contract, asOf, show) }),
    determinations: contract.determinations.map((one) => ({
      fact: one.fact,
      says: rulebook.facts.get(one.fact)?.says ?? { zh: one.fact, en: one.fact },
      instance: one.instance,
      value: one.written,
      valueSays: determined(one, rulebook, show),
      on: formatDay(one.on),
      by: one.by,
      reason: one.reason,
      used: one.on <= asOf,
    })),
    gaps: gapsOf(checked),
    events: checked.log.events.filter((event) => cited.has(event.id)).map((event) => eventEntry(event, rulebook, show)),
    dataQuality: {
      read: quality.read,
      accepted: quality.accepted,
      duplicates: quality.duplicates,
      ...(later === 0 ? {} : { later }),
      digest: digestOf(checked.log.events.map(({ id, content }) => [id, content])),
      setAside: quality.setAside.map(({ place, id, reason }) => ({
        ...placeEntry(place),
        id,
        reason: reason.zh,
        says: reason,
      })),
      ...(quality.remarks === undefined || quality.remarks.length === 0
        ? {}
        : { remarks: quality.remarks.map(({ place, says }) => ({ ...placeEntry(place), says })) }),
    },
    ...checked.sensitivity,
  };
  return { ...said, claims: claimsOf(said) };
}

/** A deadline of every month or period to come. */
const isRecurring = ({ each, due, lapses }: LinkedRule): boolean => each?.of === 'spans' && (due !== null || lapses !== null);

/** The cell stands in the report only where there is one. */
function placeEntry({
  file,
  line,
  column,
  cell,
}: Place): Pick<Report['dataQuality']['setAside'][number], 'file' | 'line' | 'column' | 'cell'> {
  return { file, line, column, ...(cell === undefined ? {} : { cell }) };
}

function eventEntry(event: LoggedEvent, rulebook: Rulebook, show: Shower): Report['events'][number] {
  const type = rulebook.declared.events.get(event.type);
  const data = Object.fromEntries(Object.entries(event.written).filter(([name]) => name !== 'at'));
  const fields = Object.keys(data).flatMap((name) => {
    const declared = type?.fields.get(name);
    const value = event.fields.get(name);
    return declared === undefined || value === undefined ? [] : [{ name, says: declared.says, value: show(value, declared.type) }];
  });
  const at = event.earliest === event.latest ? formatInstant(instantAt(event.earliest)) : formatDay(event.day);
  return { id: event.id, type: event.type, says: type?.says ?? { zh: event.type, en: event.type }, at, data, fields };
}

const dayOrNull = (day: Day | null): string | null => (day === null ? null : formatDay(day));

function sayParty(rulebook: Rulebook, party: string, title: string | null): Text {
  const says = rulebook.declared.parties.get(party) ?? { zh: party, en: party };
  return title === null ? says : { zh: title, en: says.en };
}

function determined({ fact, value, written: text }: Determination, rulebook: Rulebook, show: Shower): Text {
  const type = rulebook.facts.get(fact)?.type;
  return type === undefined ? { zh: text, en: text } : show(value, type);
}

/** Choices are shown by their names in the rulebook, parties by the contract's own titles, rules by theirs. */
function shower(rulebook: Rulebook, contract: Contract): Shower {
  const parties = new Map([...contract.parties].map(([party, { title }]) => [party, sayParty(rulebook, party, title)]));
  const names = {
    party: parties,
    rule: namedAsRules(rulebook),
    choice: new Map([...rulebook.declared.choices, ...parties]),
  };
  return (value: Value, type: Type): Text => {
    const shown = showValue(value, type, rulebook.declared.units);
    return value.type === 'choice' && value.possible?.length === 1 && type.kind === 'choice'
      ? (names[type.what].get(shown.zh) ?? shown)
      : shown;
  };
}

/** All that a datum of type rule can name. */
function namedAsRules({ rules, exemptions }: Rulebook): ReadonlyMap<string, Text> {
  // Of the parts of one exemption the first gives what they are shown as its title.
  const shown = [...exemptions].reverse().flatMap(({ id, shownAs, title }) => [[shownAs, title] as const, [id, title] as const]);
  return new Map([['none', { zh: '无', en: 'none' }], ...shown, ...rules.map(({ id, title }) => [id, title] as const)]);
}

function summaryOf(findings: readonly FindingEntry[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const status of STATUSES) {
    const count = findings.filter((finding) => finding.status === status).length;
    if (count > 0) counts[status] = count;
  }
  return counts;
}

function entry(finding: Finding, checked: Checked, show: Shower): FindingEntry {
  const { judgment } = finding;
  const { rule, scope } = judgment;
  const due = lastDayOf(judgment);
  return {
    rule: rule.id,
    clause: rule.clause,
    title: rule.title,
    kind: rule.kind,
    instance: judgment.instance?.id ?? null,
    status: judgment.status,
    bearer: rule.bearer,
    holder: rule.holder,
    due: dayOrNull(due.day),
    since: dayOrNull(finding.since),
    // What is not asked of anybody is performed on no day.
    performedOn: judgment.status === 'inactive' ? null : performedOn(judgment.performed, checked.asOf),
    provisional: due.provisional,
    amounts: finding.amounts.map((amount): AmountEntry => ({
      kind: amount.kind,
      from: amount.from,
      to: amount.to,
      ...written(amount.value),
      ...(amount.outstanding === null ? {} : outstandingOf(amount.outstanding)),
      currency: 'CNY',
      effect: amount.effect,
      ...(amount.fact === null ? {} : { fact: amount.fact }),
      ...(amount.paidFact === null ? {} : { paidFact: amount.paidFact }),
      ...(amount.once ? { once: true as const } : {}),
      ...(amount.isPaymentRecorded ? {} : { paymentRecorded: false as const }),
    })),
    missing: [...new Set(finding.missing.map((gap) => gap.fact))],
    missingDetails: finding.missing.map((gap) => missingDetail(gap, checked.rulebook)),
    excusedBy: [...judgment.excusedBy],
    evidence: [...evidenceOf(judgment, finding.amounts)],
    severity: rule.severity,
    nextChange: dayOrNull(finding.nextChange),
    nextStatus: finding.nextStatus,
    shows:
      judgment.failure !== null || (judgment.status === 'inactive' && rule.when !== null && judgment.conditions.length === 0)
        ? []
        : rule.shows.map((operand) => ({
            fact: operand.name,
            says: operand.says,
            day: dayOrNull(exactDay(byDay(operand.evaluate(scope) as Moment))),
          })),
    trace: {
      act: rule.act,
      text: rule.text,
      why: rule.why,
      basis: [...rule.basis],
      conditions: conditionsIn(judgment.conditions, show),
      working:
        judgment.failure !== null ||
        (judgment.conditions.length === 0 && rule.amounts.length === 0 && rule.due === null && rule.ledger === null)
          ? []
          : [...working(judgment, traceOperands(judgment), show, checked.calendar)],
      ledger: (judgment.ledger?.draws ?? []).map(drawEntry),
      failure: judgment.failure,
    },
  };
}

function outstandingOf(value: Quantity): Pick<AmountEntry, 'outstanding' | 'outstandingAtLeast' | 'outstandingAtMost'> {
  const { amount, atLeast, atMost } = written(value);
  return atLeast === undefined
    ? { outstanding: amount }
    : { outstanding: amount, outstandingAtLeast: atLeast, outstandingAtMost: atMost ?? null };
}

/** A cap rests on what draws on it: the events of each claim under it, and those that state one. */
const drawnFrom = ({ judgment: { ledger } }: Finding, all: readonly Finding[]): readonly string[] =>
  (ledger?.draws ?? []).flatMap(({ rule, instance, event, kind }) => [
    ...(event === null ? [] : [event]),
    ...all
      .filter(({ judgment: one }) => one.rule.id === rule && (one.instance?.id ?? null) === instance)
      .flatMap(({ judgment, amounts }) => evidenceOfClaim(judgment, amounts, kind)),
  ]);

function upcomingEntry({ judgment: { rule, instance }, begins, due, provisional }: Forecast): NonNullable<Report['upcoming']>[number] {
  const { id, clause, title, kind, bearer, holder } = rule;
  if (kind !== 'duty' && kind !== 'right') throw new Error(`a ${kind} has no last day`);
  const days = { begins: formatDay(begins), due: formatDay(due), provisional };
  return { rule: id, clause, title, kind, instance: instance?.id ?? null, bearer, holder, ...days };
}

const uncappedEntry = ({ day, asked, beyond, ...claim }: Uncapped): NonNullable<Report['uncapped']>[number] => ({
  ...claim,
  day: formatDay(day),
  amount: asked === null ? null : moneyOrNull(asked),
  ...(beyond === undefined ? {} : { beyond: beyond === null ? null : formatMoney(beyond) }),
});

function performedOn(performed: Moment | null, asOf: Day): string | null {
  // What is nothing nobody performed.
  if (performed === null || performed.nothingDue === true) return null;
  const day = byDay(performed);
  return day.come === 'yes' && day.earliest === day.latest && day.latest <= asOf ? formatDay(day.latest as Day) : null;
}

function missingDetail(gap: Missing, rulebook: Rulebook): FindingEntry['missingDetails'][number] {
  const fact = rulebook.facts.get(gap.fact);
  const says = fact?.says ??
    rulebook.declared.terms.get(gap.fact)?.says ??
    rulebook.declared.events.get(gap.fact)?.says ?? { zh: gap.fact, en: gap.fact };
  return {
    fact: gap.fact,
    says,
    ...(gap.instance === undefined ? {} : { instance: gap.instance }),
    why: gap.why,
    events: gap.events ?? null,
    from: gap.from === undefined ? null : formatDay(gap.from),
    question: fact?.question?.ask ?? null,
    by: fact?.question?.by ?? null,
  };
}

/** Parts of the log that do not exist, as far as the day asked about. */
function gapsOf({ rulebook, contract, asOf }: Checked): Report['gaps'] {
  return [...rulebook.declared.events.values()].flatMap((type) => {
    const from = gapFrom(contract.coverage, type.name);
    if (from === null || from > asOf) return [];
    return [{ events: type.name, says: type.says, from: Number.isFinite(from) ? formatDay(from as Day) : null }];
  });
}
