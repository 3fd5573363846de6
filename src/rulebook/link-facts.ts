/** Links facts: every name, type and unit is checked, and each fact becomes something that can be evaluated. */
import type { EventType } from '../events/event.js';
import type { LinkedCondition } from '../facts/condition.js';
import type { LinkedFact, Operand } from '../facts/fact.js';
import type { Place, Problem, ProblemCode, Text } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import { offer, oneTooMany } from '../input/offer.js';
import type { Path, Source } from '../input/source.js';
import { measureIn } from './measure-in.js';
import type { Written } from '../input/written.js';
import { figure } from '../values/read.js';
import { COUNT, DATE } from '../values/type.js';
import { day, notYet } from '../values/value.js';
import { isDeclared, type Declarations } from './declarations.js';
import { FactLinking } from './fact-linking.js';
import { followingToday, isLasting } from './lasting.js';
import { needsOf, NO_NEEDS } from '../facts/needs.js';
import { toText, type WrittenText } from './text.js';

/** Keys of a fact that are not a measure's. */
const GENERAL = ['says', 'question', 'by'];

/** Names that every rulebook has. */
const BUILT_IN: Readonly<Record<string, Omit<Operand, 'name'>>> = {
  today: { says: { zh: '检查日', en: 'the day asked about' }, type: DATE, needs: NO_NEEDS, evaluate: ({ world }) => day(world.today) },
  signedOn: { says: { zh: '签订日', en: 'the day of signing' }, type: DATE, needs: NO_NEEDS, evaluate: ({ world }) => day(world.signedOn) },
  never: { says: { zh: '无期限', en: 'never' }, type: DATE, needs: NO_NEEDS, evaluate: () => notYet() },
};

type WrittenFacts = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The names a rulebook knows, facts linked when first asked for. */
const FIGURE = /^[-+]?(?:\d+\.\d*|\.\d+|\d{2,}|[3-9])%?$/u;

export class Names {
  readonly facts = new Map<string, LinkedFact | undefined>();
  readonly used = new Set<string>();
  /** List terms whose rows are instances: each row needs a name of its own. */
  readonly instanced = new Set<string>();
  /** Conditions inside facts, for the judge to prepare. */
  readonly conditions: LinkedCondition[] = [];
  readonly #linking: string[] = [];
  readonly #written: WrittenFacts;

  constructor(
    readonly declared: Declarations,
    readonly source: Source,
    readonly rules: readonly string[],
    readonly problems: Problem[],
  ) {
    this.#written = source.value as WrittenFacts;
  }

  linkAll(): void {
    for (const name of Object.keys(this.#written)) {
      this.#checkFree(name);
      this.fact(name);
    }
  }

  /** A fact under the name of a term, or of a day that is always there, could never be asked for. */
  #checkFree(name: string): void {
    const builtIn = BUILT_IN[name];
    const says = builtIn?.says ?? this.declared.terms.get(name)?.says;
    if (says === undefined) return;
    this.report(
      'duplicate-key',
      this.source.place([name], 'key'),
      builtIn === undefined
        ? {
            zh: `“${name}”已是条款参数“${says.zh}”的名称，事实不能同名`,
            en: `“${name}” is a term already (${says.en}); a fact cannot have its name`,
          }
        : {
            zh: `“${name}”是语言自带的日子（${says.zh}），事实不能同名`,
            en: `“${name}” is a day of the language (${says.en}); a fact cannot have its name`,
          },
      { zh: '给事实换一个名称', en: 'another name for the fact' },
    );
  }

  fact(name: string): LinkedFact | undefined {
    if (this.facts.has(name)) return this.facts.get(name);
    const circle = this.#linking.indexOf(name);
    if (circle >= 0) {
      const names = [...this.#linking.slice(circle), name].join(' → ');
      this.report(
        'circle',
        this.source.place([name], 'key'),
        { zh: `事实互相引用成环：${names}`, en: `facts refer to one another in a circle: ${names}` },
        { zh: '去掉其中一步的引用', en: 'take out one of these steps' },
      );
      return undefined;
    }
    this.#linking.push(name);
    const fact = this.#link(name);
    this.#linking.pop();
    this.facts.set(name, fact);
    return fact;
  }

  /** A name as an operand; reports it where it is unknown. */
  operand(name: string, place: () => Place): Operand | undefined {
    this.used.add(name);
    const builtIn = BUILT_IN[name];
    if (builtIn !== undefined) return { name, ...builtIn };
    const term = this.declared.terms.get(name);
    if (term !== undefined) {
      return {
        name,
        says: term.says,
        type: term.type,
        needs: NO_NEEDS,
        term: name,
        evaluate: ({ world, termsDay }) => world.term(name, termsDay),
      };
    }
    // A term whose type cannot be read has been spoken of.
    if (isDeclared(this.declared, name)) return undefined;
    if (Object.hasOwn(this.#written, name)) {
      const fact = this.fact(name);
      return (
        fact && { name, says: fact.says, type: fact.type, needs: fact.needs, fact, evaluate: (scope) => scope.world.value(fact, scope) }
      );
    }
    // A figure with a point or a sign comes as text, so that no digit is lost.
    if (FIGURE.test(name)) return this.figure(name, place);
    const near =
      nearest(name, [...Object.keys(BUILT_IN), ...this.declared.terms.keys(), ...Object.keys(this.#written)]) ?? this.#called(name);
    return this.report(
      'unknown-name',
      place(),
      { zh: `没有名为“${name}”的事实或条款参数`, en: `there is no fact or term named “${name}”` },
      near === undefined
        ? { zh: '在 facts.yaml 或 rulebook.yaml 的 terms 中写出它', en: 'declare it in facts.yaml or under terms in rulebook.yaml' }
        : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }

  /** Whether it can be asked for: a fact, a term, or a day that is always there. */
  isName(name: string): boolean {
    return Object.hasOwn(BUILT_IN, name) || this.declared.terms.has(name) || isDeclared(this.declared, name) || this.isFact(name);
  }

  /** Whether a fact has this name, linked or not. */
  isFact(name: string): boolean {
    return Object.hasOwn(this.#written, name);
  }

  /** What it says it is may have been written for its name. */
  #called(says: string): string | undefined {
    const zh = (written: unknown): string | undefined => (written === undefined ? undefined : toText(written as WrittenText).zh);
    const fact = Object.entries(this.#written).find(([, one]) => zh(one.says) === says);
    return fact?.[0] ?? [...this.declared.terms.values()].find((term) => term.says.zh === says)?.name;
  }

  /** 0, 1 and 2 may stand as figures; any other belongs in a term. */
  figure(written: unknown, place: () => Place): Operand | undefined {
    if (written === 0 || written === 1 || written === 2) {
      const value = figure(written);
      return {
        name: String(written),
        says: { zh: String(written), en: String(written) },
        type: COUNT,
        needs: NO_NEEDS,
        figure: true,
        evaluate: () => value,
      };
    }
    return this.report(
      'figure',
      place(),
      { zh: `“${String(written)}”不应直接写在规则里`, en: `the figure “${String(written)}” does not belong in a rule` },
      {
        zh: '规则里只能写 0、1、2；其他数字写成 rulebook.yaml 的 terms，法律规定的写成 statute',
        en: 'only 0, 1 and 2 may stand here; make it a term in rulebook.yaml, or `statute` if the law sets it',
      },
    );
  }

  eventType(name: string, place: () => Place): EventType | undefined {
    const type = this.declared.events.get(name);
    if (type !== undefined) {
      this.used.add(name);
      return type;
    }
    return this.report(
      'unknown-event',
      place(),
      { zh: `没有“${name}”这种事件`, en: `there is no event type “${name}”` },
      offer(name, [...this.declared.events.keys()]) ?? {
        zh: '在 rulebook.yaml 的 events 中写出它',
        en: 'declare it under events in rulebook.yaml',
      },
    );
  }

  /** Whether a reading is declared and each of its alternatives is written; reports what is not. */
  reading(name: string, alternatives: readonly string[], source: Source, path: Path): boolean {
    const place = source.place([...path, 'reading']);
    const reading = this.declared.readings.get(name);
    if (reading === undefined) {
      this.report(
        'unknown-reading',
        place,
        { zh: `没有读法“${name}”`, en: `there is no reading “${name}”` },
        offer(name, [...this.declared.readings.keys()]) ?? {
          zh: '在 rulebook.yaml 的 readings 中写出它',
          en: 'declare it under readings in rulebook.yaml',
        },
      );
      return false;
    }
    this.used.add(name);
    const all = [...reading.choices.keys()];
    const [odd, lacking] = [alternatives.filter((one) => !all.includes(one)), all.filter((one) => !alternatives.includes(one))];
    for (const one of odd)
      this.report(
        'unknown-alternative',
        source.place([...path, 'choices', one], 'key'),
        { zh: `读法“${name}”没有“${one}”这一选项`, en: `the reading “${name}” has no alternative “${one}”` },
        lacking.length > 0 ? offer(one, lacking) : oneTooMany(all),
      );
    // One written for another has been spoken of.
    if (lacking.length > odd.length) {
      const every = all.map((one) => `${one}: …`).join(', ');
      this.report(
        'unknown-alternative',
        place,
        {
          zh: `读法“${name}”的选项要全部写出，缺少：${lacking.join('、')}`,
          en: `every alternative of “${name}” is to be written; lacking: ${lacking.join(', ')}`,
        },
        { zh: `choices: { ${every} }`, en: `choices: { ${every} }` },
      );
    }
    return odd.length === 0 && lacking.length === 0;
  }

  /** Whether nothing else is written; reports every other key at its place. */
  onlyKeys(written: Written, known: readonly string[], source: Source, path: Path): boolean {
    const odd = Object.keys(written).filter((key) => !known.includes(key));
    for (const key of odd) {
      const near = nearest(key, known);
      this.report(
        'unknown-key',
        source.place([...path, key], 'key'),
        { zh: `这里没有“${key}”这一项`, en: `there is no “${key}” here` },
        near === undefined
          ? { zh: `可写：${known.join('、')}`, en: `one of: ${known.join(', ')}` }
          : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
      );
    }
    return odd.length === 0;
  }

  report(code: ProblemCode, place: Place, message: Text, repair?: Text): undefined {
    this.problems.push({ code, place, message, ...(repair === undefined ? {} : { repair }) });
    return undefined;
  }

  #link(name: string): LinkedFact | undefined {
    const written = this.#written[name] ?? {};
    const place = this.source.place([name], 'key');
    const found = measureIn(this, this.source, [name], written, GENERAL, name);
    if (found === undefined) return undefined;
    const { key, measure, known } = found;
    const linking = new FactLinking(this, [name], written, key);
    const linked = measure.link(linking);
    if (linked === undefined || !known) return undefined;
    const compiled = followingToday(key, linked);
    const says = toText((written.says as WrittenText | undefined) ?? name);
    const question =
      written.question === undefined
        ? null
        : { ask: toText(written.question as WrittenText), by: toText((written.by as WrittenText | undefined) ?? '') };
    return {
      name,
      says,
      type: compiled.type,
      needs: needsOf(compiled),
      operands: compiled.operands,
      events: new Set([...compiled.events, ...compiled.operands.flatMap(eventsOf)]),
      rules: new Set([...(compiled.rules ?? []), ...compiled.operands.flatMap(rulesOf)]),
      question,
      lasting: isLasting(compiled) && !needsOf(compiled).subject,
      place,
      measure: key,
      written,
      compiled,
    };
  }
}

/** The facts an operand stands for, through readings and measures written in place. */
export const factsOf = (operand: Operand): readonly LinkedFact[] =>
  operand.fact !== undefined ? [operand.fact] : partsOf(operand).flatMap(factsOf);

const partsOf = (operand: Operand): readonly Operand[] => [
  ...Object.values(operand.reading?.choices ?? {}),
  ...(operand.inline?.operands ?? []),
];

/** Every event type on which an operand depends. */
export const eventsOf = (operand: Operand): readonly string[] =>
  operand.fact !== undefined ? [...operand.fact.events] : [...(operand.inline?.events ?? []), ...partsOf(operand).flatMap(eventsOf)];

/** Every rule whose verdict an operand asks for. */
export const rulesOf = (operand: Operand): readonly string[] =>
  operand.fact !== undefined ? [...operand.fact.rules] : [...(operand.inline?.rules ?? []), ...partsOf(operand).flatMap(rulesOf)];
