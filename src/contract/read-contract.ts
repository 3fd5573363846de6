/** A contract out of its file, held against what its rulebook declares; all problems at once. */
import { parseDay, type Day } from '../calendar/day.js';
import type { Coverage, Covered } from '../events/coverage.js';
import { lastDayInstead } from '../input/date-meant.js';
import { isDate } from '../input/formats.js';
import { mostAlike, nearest } from '../input/nearest.js';
import { offer } from '../input/offer.js';
import type { Place, Problem, ProblemCode, Text } from '../input/problem.js';
import { makeValidator } from '../input/schema.js';
import type { Path, Source } from '../input/source.js';
import { contractSchema, type ContractFile } from '../schema-types/contract.js';
import { readValue } from '../values/read.js';
import type { OwnUnits, Type } from '../values/type.js';
import { absentOf } from '../values/unknown.js';
import { nameOf, type List, type Value } from '../values/value.js';
import type { Amendment, Contract, Determination } from './contract.js';

/** What a contract is held against: the part of a rulebook that concerns it. */
export interface Declared {
  readonly id: string;
  readonly parties: ReadonlyMap<string, Text>;
  readonly terms: ReadonlyMap<
    string,
    { readonly says: Text; readonly type: Type; readonly optional: boolean; readonly default: Value | undefined; readonly statute: boolean }
  >;
  readonly readings: ReadonlyMap<
    string,
    {
      readonly default: string;
      readonly choices: ReadonlyMap<string, Text>;
      readonly within: { readonly type: Type; readonly as: string } | null;
    }
  >;
  readonly events: ReadonlyMap<string, unknown>;
  /** Units of its own. */
  readonly units?: OwnUnits;
  /** List terms whose rows each need a name of their own. */
  readonly named: ReadonlySet<string>;
  /** Ids of its rules. */
  readonly rules: readonly string[];
  /** Facts a person may determine, with their types. */
  readonly questions: ReadonlyMap<string, Type>;
}

const validate = makeValidator(contractSchema);

/** The id of the rulebook a contract names, read before the rulebook is. */
export function checkContractFile(source: Source): readonly Problem[] {
  return validate(source);
}

interface Chosen {
  readonly choices: Map<string, string>;
  /** Terms that a reading with a number sets. */
  readonly terms: Map<string, Value>;
}

class Reader {
  readonly problems: Problem[] = [];
  readonly #source: Source;
  readonly #declared: Declared;

  constructor(source: Source, declared: Declared) {
    this.#source = source;
    this.#declared = declared;
  }

  report(code: ProblemCode, path: Path, message: Text, repair?: Text, what: 'key' | 'value' = 'value'): void {
    this.problems.push({ code, place: this.#source.place(path, what), message, ...(repair === undefined ? {} : { repair }) });
  }

  day(text: string, path: Path): Day {
    const day = parseDay(text);
    if (day === undefined)
      this.report(
        'bad-date',
        path,
        isDate(text)
          ? { zh: `“${text}”不在 1900 至 2199 年之间`, en: `“${text}” is not in the years 1900 to 2199` }
          : { zh: `“${text}”不是可用的日期`, en: `“${text}” is no usable date` },
        isDate(text)
          ? { zh: '核对年份', en: 'another year' }
          : (lastDayInstead(text) ?? { zh: '写成 2023-03-08 这样的日期', en: 'a date such as 2023-03-08' }),
      );
    return day ?? (0 as Day);
  }

  terms(written: Readonly<Record<string, unknown>>, path: Path): Map<string, Value> {
    const known = [...this.#declared.terms].filter(([, term]) => !term.statute).map(([name]) => name);
    const values = new Map<string, Value>();
    for (const [name, raw] of Object.entries(written)) {
      const term = this.#declared.terms.get(name);
      if (term === undefined || term.statute) {
        const near = nearest(name, known) ?? known.find((one) => this.#declared.terms.get(one)?.says.zh === name);
        this.report(
          'unknown-term',
          [...path, name],
          { zh: `规则库“${this.#declared.id}”没有条款参数“${name}”`, en: `the rulebook “${this.#declared.id}” has no term “${name}”` },
          near === undefined ? manyOf(name, known) : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
          'key',
        );
        continue;
      }
      const read = readValue(term.type, raw, this.#declared.units);
      if ('value' in read) {
        values.set(name, read.value);
        const twice = this.#declared.named.has(name) ? nameTwice(read.value as List) : undefined;
        if (twice !== undefined)
          this.report(
            'bad-term',
            [...path, name, twice.row],
            { zh: `“${term.says.zh}”（${name}）有两行都叫“${twice.name}”`, en: `${name} has two rows named “${twice.name}”` },
            { zh: '每行写一个不同的名称', en: 'give each row a name of its own' },
          );
      } else
        this.report(
          'bad-term',
          [...path, name, ...(read.at ?? [])],
          { zh: `“${term.says.zh}”（${name}）：${read.wrong.zh}`, en: `${name}: ${read.wrong.en}` },
          read.repair,
        );
    }
    return values;
  }

  readings(written: Readonly<Record<string, string | number>>, path: Path): Chosen {
    const chosen: Chosen = { choices: new Map(), terms: new Map() };
    for (const [name, value] of Object.entries(written)) {
      const wrong = choose(this.#declared, name, String(value), chosen);
      if (wrong !== undefined)
        this.report(wrong.code, [...path, name], wrong.message, wrong.repair, wrong.code === 'unknown-reading' ? 'key' : 'value');
    }
    return chosen;
  }

  rules(written: Readonly<Record<string, 'removed' | 'in-force'>>, path: Path): Amendment['rules'] {
    for (const name of Object.keys(written)) {
      if (this.#declared.rules.includes(name)) continue;
      this.report(
        'unknown-rule',
        [...path, name],
        { zh: `没有规则“${name}”`, en: `there is no rule “${name}”` },
        offer(name, this.#declared.rules),
        'key',
      );
    }
    return new Map(Object.entries(written));
  }

  parties(written: ContractFile['parties']): Contract['parties'] {
    const parties = new Map<string, { name: string; title: string | null }>();
    for (const [name, party] of Object.entries(written)) {
      if (!this.#declared.parties.has(name)) {
        this.report(
          'unknown-name',
          ['parties', name],
          { zh: `规则库没有“${name}”这一方`, en: `the rulebook has no party “${name}”` },
          {
            zh: `当事人：${[...this.#declared.parties.keys()].join('、')}`,
            en: `parties: ${[...this.#declared.parties.keys()].join(', ')}`,
          },
          'key',
        );
      }
      parties.set(name, { name: party.name, title: party.title ?? null });
    }
    for (const name of this.#declared.parties.keys()) {
      if (!parties.has(name))
        this.report(
          'missing-key',
          ['parties'],
          { zh: `parties 中缺少“${name}”`, en: `parties lacks “${name}”` },
          { zh: `${name}: { name: … }`, en: `${name}: { name: … }` },
        );
    }
    return parties;
  }

  coverage(written: Readonly<Record<string, string>>): Coverage {
    const known = new Set([...this.#declared.events.keys()].flatMap((name) => [name, name.split('.')[0] ?? name]));
    const coverage: Record<string, Covered> = {};
    for (const [name, value] of Object.entries(written)) {
      if (!known.has(name)) {
        this.report(
          'unknown-event',
          ['coverage', name],
          { zh: `没有“${name}”这种事件`, en: `there is no event type “${name}”` },
          offer(name, [...known]),
          'key',
        );
      } else if (value === 'none' || value === 'complete') {
        coverage[name] = value;
      } else {
        const day = parseDay(value);
        if (day !== undefined) coverage[name] = day;
        else
          this.report(
            'bad-date',
            ['coverage', name],
            {
              zh: `“${value}”应为 none、complete，或记录完整的最后一日`,
              en: `“${value}” should be none, complete, or the last day of the complete log`,
            },
            { zh: 'none、complete 或 2023-03-08 这样的日期', en: 'none, complete, or a date such as 2023-03-08' },
          );
      }
    }
    return coverage;
  }

  determinations(written: ContractFile['determinations']): Determination[] {
    return (written ?? []).flatMap((one, index): Determination[] => {
      const path = ['determinations', index];
      const type = this.#declared.questions.get(one.fact);
      const on = this.day(one.on, [...path, 'on']);
      if (type === undefined) {
        const known = [...this.#declared.questions.keys()];
        this.report(
          'unknown-name',
          [...path, 'fact'],
          { zh: `“${one.fact}”不是由人认定的事实`, en: `“${one.fact}” is no fact for a person to determine` },
          { zh: `可认定的：${known.join('、')}`, en: `these are: ${known.join(', ')}` },
        );
        return [];
      }
      const read = readValue(type, one.value, this.#declared.units);
      if ('value' in read)
        return [
          {
            fact: one.fact,
            instance: one.instance ?? null,
            value: read.value,
            written: String(one.value),
            on,
            by: one.by,
            reason: one.reason,
          },
        ];
      this.report('bad-term', [...path, 'value'], read.wrong, read.repair);
      return [];
    });
  }
}

/** All there are, if they are few; else those that are most like it. */
function manyOf(name: string, known: readonly string[]): Text {
  if (known.length <= 12) return { zh: `它有：${known.join('、')}`, en: `its terms: ${known.join(', ')}` };
  const few = mostAlike(name, known, 3);
  return {
    zh: `最相近的：${few.join('、')}；全部见 rulebook.yaml 的 terms`,
    en: `the nearest: ${few.join(', ')}; all of them are under terms in rulebook.yaml`,
  };
}

/** A name that an earlier row has too, and the row. */
function nameTwice({ rows }: List): { readonly name: string; readonly row: number } | undefined {
  const names = rows.map(nameOf);
  const row = names.findIndex((name, index) => names.indexOf(name) !== index);
  const name = names[row];
  return name === undefined ? undefined : { name, row };
}

interface Wrong {
  readonly code: ProblemCode;
  readonly message: Text;
  readonly repair?: Text;
}

const noAlternative = (name: string, value: string): Text => ({
  zh: `读法“${name}”没有“${value}”这一选项`,
  en: `the reading “${name}” has no alternative “${value}”`,
});

/** Takes one choice of a reading; says what is wrong with it, if anything. */
function choose(declared: Declared, name: string, value: string, into: Chosen): Wrong | undefined {
  const reading = declared.readings.get(name);
  if (reading === undefined) {
    const repair = offer(name, [...declared.readings.keys()]);
    return {
      code: 'unknown-reading',
      message: { zh: `没有读法“${name}”`, en: `there is no reading “${name}”` },
      ...(repair === undefined ? {} : { repair }),
    };
  }
  if (reading.choices.has(value) && value !== 'within') {
    into.choices.set(name, value);
    return undefined;
  }
  const number = reading.within === null ? undefined : readValue(reading.within.type, value, declared.units);
  if (reading.within !== null && number !== undefined && 'value' in number) {
    into.choices.set(name, 'within');
    into.terms.set(reading.within.as, number.value);
    return undefined;
  }
  const all = [...reading.choices.keys()].filter((choice) => choice !== 'within');
  const meant = nearest(value, all) ?? all.find((choice) => reading.choices.get(choice)?.zh === value);
  if (meant !== undefined)
    return {
      code: 'unknown-alternative',
      message: noAlternative(name, value),
      repair: { zh: `是否指“${meant}”`, en: `perhaps “${meant}”` },
    };
  return {
    code: 'unknown-alternative',
    message: noAlternative(name, value),
    repair: {
      zh: `可选：${all.join('、')}${reading.within === null ? '' : '，或一个数字'}`,
      en: `one of: ${all.join(', ')}${reading.within === null ? '' : ', or a number'}`,
    },
  };
}

export interface ReadContract {
  readonly contract: Contract | undefined;
  readonly problems: readonly Problem[];
}

/**
 * @param overrides readings chosen for this run (`--readings name=value`); they outrank the file, amendments included
 */
export function readContract(source: Source, declared: Declared, overrides: ReadonlyMap<string, string> = new Map()): ReadContract {
  const schemaProblems = validate(source);
  // A date that does not exist or a key too many hides nothing else; another shape of file would.
  if (schemaProblems.some((problem) => !HARMLESS.includes(problem.code))) return { contract: undefined, problems: schemaProblems };
  const file = source.value as ContractFile;
  const reader = new Reader(source, declared);
  const terms = reader.terms(file.terms, ['terms']);
  const chosen = reader.readings(file.readings ?? {}, ['readings']);
  const readings = new Map([...declared.readings].map(([name, reading]) => [name, chosen.choices.get(name) ?? reading.default]));
  for (const [name, value] of chosen.terms) terms.set(name, value);
  const amendments = (file.amendments ?? []).map((amendment, index): Amendment => {
    const path = ['amendments', index];
    const amended = reader.readings(amendment.readings ?? {}, [...path, 'readings']);
    for (const name of overrides.keys()) {
      amended.choices.delete(name);
      amended.terms.delete(declared.readings.get(name)?.within?.as ?? '');
    }
    const values = reader.terms(amendment.terms ?? {}, [...path, 'terms']);
    for (const [name, value] of amended.terms) values.set(name, value);
    return {
      on: reader.day(amendment.on, [...path, 'on']),
      title: amendment.title ?? null,
      terms: values,
      readings: amended.choices,
      rules: reader.rules(amendment.rules ?? {}, [...path, 'rules']),
    };
  });
  const overridden: Chosen = { choices: readings, terms };
  const overrideProblems: Problem[] = [];
  for (const [name, value] of overrides) {
    const wrong = choose(declared, name, value, overridden);
    if (wrong !== undefined) overrideProblems.push({ ...wrong, place: COMMAND_LINE });
  }
  for (const [name, term] of declared.terms) {
    // One that is written and wrong has been reported.
    if (terms.has(name) || Object.hasOwn(file.terms, name)) continue;
    if (term.default !== undefined) terms.set(name, term.default);
    else if (term.optional) terms.set(name, absentOf(term.type));
    else
      reader.report(
        'missing-term',
        ['terms'],
        { zh: `缺少条款参数“${term.says.zh}”（${name}）`, en: `the term ${name} is missing` },
        { zh: `在 terms 下写 ${name}: …`, en: `write ${name}: … under terms` },
        'key',
      );
  }
  const contract: Contract = {
    id: file.id,
    title: file.title ?? file.id,
    rulebook: file.rulebook,
    signedOn: reader.day(file.signedOn, ['signedOn']),
    parties: reader.parties(file.parties),
    terms,
    readings,
    amendments: amendments.sort((a, b) => a.on - b.on),
    coverage: reader.coverage(file.coverage ?? {}),
    determinations: reader.determinations(file.determinations).sort((a, b) => a.on - b.on),
    source,
  };
  const told = new Set(schemaProblems.map(({ place }) => `${place.line}:${place.column}`));
  const problems = [
    ...schemaProblems,
    ...reader.problems.filter(({ code, place }) => code !== 'bad-date' || !told.has(`${place.line}:${place.column}`)),
    ...overrideProblems,
  ];
  return { contract: problems.length > 0 ? undefined : contract, problems };
}

const HARMLESS: readonly ProblemCode[] = ['bad-date', 'unknown-key'];

/** A problem of the call itself. */
const COMMAND_LINE: Place = { file: '--readings', line: 1, column: 1 };
