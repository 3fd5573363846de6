/** The pipeline, from files to reports; it reads like a table of contents. */
import { createCalendar, type Calendar } from './calendar/calendar.js';
import type { Day } from './calendar/day.js';
import { readContract, type Declared } from './contract/read-contract.js';
import { declaredOf } from './rulebook/declared-of.js';
import { rowNames, type Contract } from './contract/contract.js';
import { acceptEvents, type Accepted } from './events/accept.js';
import type { RawEvent, Remark, SetAside } from './events/files.js';
import { EventLog } from './events/log.js';
import { strayReferences } from './events/references.js';
import { Judge } from './engine/judge.js';
import { findAll, findNow, type Finding } from './findings/findings.js';
import { forecast } from './findings/forecast.js';
import { NOT_TRIED, tryReadings } from './findings/sensitivity.js';
import { Judged } from './findings/verdicts.js';
import { InputError, type Problem } from './input/problem.js';
import type { Source } from './input/source.js';
import type { Pseudonyms } from './masking/masker.js';
import { coverOf } from './report/cover.js';
import { reportOf, type DataQuality } from './report/document.js';
import { masked } from './report/masked.js';
import { mustBeKnown, waived } from './report/waived.js';
import type { Rulebook } from './rulebook/rulebook.js';
import type { Report } from './schema-types/report.js';
import { readWaivers } from './waivers/read-waivers.js';
import type { Waiver } from './waivers/waiver.js';

export interface CheckInput {
  readonly contracts: readonly Source[];
  /** By id: the rulebooks that the contracts name. */
  readonly rulebooks: ReadonlyMap<string, Rulebook>;
  readonly events: readonly RawEvent[];
  /** Lines that could not be read as events. */
  readonly unread: readonly SetAside[];
  /** What should be known of files that were read. */
  readonly remarks?: readonly Remark[];
  readonly asOf: Day;
  readonly calendar?: Calendar;
  /** Readings chosen for this run. */
  readonly readings?: ReadonlyMap<string, string>;
  /** Every reading is tried under each of its other alternatives. */
  readonly sensitivity?: boolean;
  /** Says, too, what will be due by this day and has not begun. */
  readonly through?: Day;
  /** Any event set aside is an error, and so is a value that may be out of date. */
  readonly strict?: boolean;
  /** Findings that somebody has accepted. */
  readonly waivers?: Source;
  /** Personal data stand in the reports as they are; if not given, they are masked. */
  readonly reveal?: boolean;
  /** In place of masks, and for the ids of events. */
  readonly pseudonyms?: Pseudonyms & { readonly mark: string };
}

/** A report, and what it was made from. */
export interface Checked extends Logged {
  /** As it may be seen. */
  readonly report: Report;
  /** The same with nothing masked: what is sealed and logged. */
  readonly plain: Report;
}

/**
 * Checks contracts against their events as of a day; one report for each, in their order.
 * @throws InputError with every problem of every contract and of the waivers; in strict mode also where an event is set aside
 */
export const check = async (input: CheckInput): Promise<readonly Report[]> => (await checkAll(input)).map(({ report }) => report);

/**
 * The same, with what each report was made from.
 * @throws InputError as check() does
 */
export async function checkAll(input: CheckInput): Promise<readonly Checked[]> {
  const calendar = input.calendar ?? createCalendar();
  const all = logged(input);
  const waivers = waiversOf(input, all);
  const reports: Report[] = [];
  for (const { contract, rulebook, log, quality } of all) {
    const judge = await judgeOf(rulebook);
    const judged = new Judged(rulebook, contract, log, calendar, judge.decide, input.asOf);
    const found = findAll(judged);
    const under = (readings: ReadonlyMap<string, string>): readonly Finding[] => {
      const { contract: other } = readContract(contract.source, declaredOf(rulebook), new Map([...(input.readings ?? []), ...readings]));
      return other === undefined ? [] : findNow(new Judged(rulebook, other, log, calendar, judge.decide, input.asOf));
    };
    const sensitivity = input.sensitivity === true ? tryReadings(contract, rulebook.declared.readings, found.findings, under) : NOT_TRIED;
    const ahead = input.through === undefined ? {} : { upcoming: forecast(judged, found.findings, input.through) };
    reports.push(reportOf({ rulebook, contract, log, calendar, asOf: input.asOf, found, quality, sensitivity, ...ahead }));
  }
  if (waivers !== undefined) mustBeKnown(waivers, reports, new Set(input.events.map(({ value }) => value.id)), singleRules(all));
  return all.flatMap((one, index) => {
    const report = reports[index];
    if (report === undefined) return [];
    const whole = waivers === undefined ? report : waived(report, waivers, input.asOf);
    return [{ ...one, report: shownOf(whole, input, one), plain: revealed(whole) }];
  });
}

function waiversOf({ waivers }: CheckInput, all: readonly Logged[]): readonly Waiver[] | undefined {
  if (waivers === undefined) return undefined;
  const rules = all.flatMap(({ rulebook }) => rulebook.ruleIds);
  return readWaivers(
    waivers,
    [...new Set(rules)],
    all.map(({ contract }) => contract.id),
  );
}

/** The rules of which there is one finding in each contract; an id that another rulebook gives to a rule with instances is not among them. */
function singleRules(all: readonly Logged[]): ReadonlySet<string> {
  const rules = all.flatMap(({ rulebook }) => rulebook.rules);
  const several = new Set(rules.filter(({ each }) => each !== null).map(({ id }) => id));
  return new Set(rules.map(({ id }) => id).filter((id) => !several.has(id)));
}

const revealed = (report: Report): Report => ({ ...report, revealed: true });

/** The report as it may be seen: unless asked otherwise, without what says who a person is. */
function shownOf(report: Report, { reveal, events, pseudonyms }: CheckInput, logged: Logged): Report {
  if (reveal === true) return revealed(report);
  const shown = masked(report, coverOf(logged.rulebook, logged.contract.source, events, pseudonyms));
  return pseudonyms === undefined ? shown : { ...shown, pseudonyms: pseudonyms.mark };
}

/** A contract with the events that were accepted for it. */
export interface Logged {
  readonly contract: Contract;
  readonly rulebook: Rulebook;
  readonly log: EventLog;
  readonly quality: DataQuality;
}

/**
 * The contracts with their events, before anything is judged.
 * @throws InputError as check() does
 */
export function logged(input: Omit<CheckInput, 'asOf'>): readonly Logged[] {
  const contracts = contractsOf(input);
  const accepted = acceptEvents(
    input.events,
    contracts.map(({ contract, rulebook }) => ({
      contract: contract.id,
      types: rulebook.declared.events,
      units: rulebook.declared.units,
      rowNames: (term) => rowNames(contract, term),
    })),
  );
  const found = contracts.map(({ contract, rulebook }): Logged => {
    const log = new EventLog(accepted.events.get(contract.id) ?? [], rulebook.declared.events, contract.coverage);
    const mine = accepted.setAside.filter((one) => one.contract === contract.id || one.contract === null);
    const setAside = [...input.unread.map(({ place, reason }) => ({ place, id: null, reason })), ...mine].sort(byPlace);
    const duplicates = accepted.duplicates.get(contract.id) ?? 0;
    const read = log.events.length + duplicates + setAside.length;
    const remarks = [...(input.remarks ?? []), ...strayReferences(log, rulebook.declared.events)];
    return { contract, rulebook, log, quality: { read, accepted: log.events.length, duplicates, setAside, remarks } };
  });
  if (input.strict === true) refuseSetAside(accepted, input.unread, [...new Set(found.flatMap(({ quality }) => quality.remarks ?? []))]);
  return found;
}

/** A rulebook's decision tables are filled once, however many contracts are judged by it. */
const judges = new WeakMap<Rulebook, Promise<Judge>>();

export function judgeOf(rulebook: Rulebook): Promise<Judge> {
  const known = judges.get(rulebook) ?? Judge.prepare(rulebook.conditions);
  judges.set(rulebook, known);
  return known;
}

const byPlace = (a: { readonly place: SetAside['place'] }, b: { readonly place: SetAside['place'] }): number =>
  (a.place.file < b.place.file ? -1 : a.place.file > b.place.file ? 1 : 0) ||
  a.place.line - b.place.line ||
  a.place.column - b.place.column;

function contractsOf(input: Omit<CheckInput, 'asOf'>): readonly { readonly contract: Contract; readonly rulebook: Rulebook }[] {
  const problems: Problem[] = [];
  const found: { contract: Contract; rulebook: Rulebook }[] = [];
  for (const source of input.contracts) {
    const named = (source.value as { rulebook?: unknown }).rulebook;
    const rulebook = typeof named === 'string' ? input.rulebooks.get(named) : undefined;
    const read = readContract(source, rulebook === undefined ? NOTHING_DECLARED : declaredOf(rulebook), input.readings);
    problems.push(...read.problems);
    if (read.contract === undefined || rulebook === undefined) continue;
    if (found.some(({ contract }) => contract.id === read.contract?.id)) {
      problems.push({
        code: 'not-allowed',
        place: source.place(['id']),
        message: { zh: `合同编号“${read.contract.id}”给了两次`, en: `the contract id “${read.contract.id}” is given twice` },
      });
    }
    found.push({ contract: read.contract, rulebook });
  }
  if (problems.length > 0) throw new InputError(problems);
  return found;
}

const NOTHING_DECLARED: Declared = {
  id: '',
  parties: new Map(),
  terms: new Map(),
  readings: new Map(),
  events: new Map(),
  questions: new Map(),
  named: new Set(),
  rules: [],
};

function refuseSetAside(accepted: Accepted, unread: readonly SetAside[], remarks: readonly Remark[]): void {
  const doubts = remarks.flatMap(({ place, says, isDoubt }) => (isDoubt ? [{ place, reason: says }] : []));
  const all = [...unread, ...accepted.setAside, ...doubts].sort(byPlace);
  if (all.length > 0)
    throw new InputError(
      all.map(({ place, reason }) => ({
        code: 'not-allowed',
        place,
        message: { zh: `事件不能采用：${reason.zh}`, en: `the event cannot be used: ${reason.en}` },
      })),
    );
}
