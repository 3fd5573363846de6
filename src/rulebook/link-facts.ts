/** Links facts: every name, type and unit is checked, and each fact becomes something that can be evaluated. */
import type { EventType } from '../events/event.js';
import type { LinkedCondition } from '../facts/condition.js';
import type { LinkedFact, Operand } from '../facts/fact.js';
import type { Place, Problem, ProblemCode, Text } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import type { Path, Source } from '../input/source.js';
import { measureIn } from './measure-in.js';
import type { Written } from '../input/written.js';
import { figure } from '../values/read.js';
import { COUNT, DATE } from '../values/type.js';
import { day, notYet } from '../values/value.js';
import type { Declarations } from './declarations.js';
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
    for (const name of Object.keys(this.#written)) this.fact(name);
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
    if (Object.hasOwn(this.#written, name)) {
      const fact = this.fact(name);
      return (
        fact && { name, says: fact.says, type: fact.type, needs: fact.needs, fact, evaluate: (scope) => scope.world.value(fact, scope) }
      );
    }
    const near = nearest(name, [...Object.keys(BUILT_IN), ...this.declared.terms.keys(), ...Object.keys(this.#written)]);
    return this.report(
      'unknown-name',
      place(),
      { zh: `没有名为“${name}”的事实或条款参数`, en: `there is no fact or term named “${name}”` },
      near === undefined
        ? { zh: '在 facts.yaml 或 rulebook.yaml 的 terms 中写出它', en: 'declare it in facts.yaml or under terms in rulebook.yaml' }
        : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
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
        zh: '规则里只能写 0、1、2；其他数字写成 rulebook.yaml 的 terms',
        en: 'only 0, 1 and 2 may stand here; make it a term in rulebook.yaml',
      },
    );
  }

  eventType(name: string, place: () => Place): EventType | undefined {
    const type = this.declared.events.get(name);
    if (type !== undefined) {
      this.used.add(name);
      return type;
    }
    const near = nearest(name, [...this.declared.events.keys()]);
    return this.report(
      'unknown-event',
      place(),
      { zh: `没有“${name}”这种事件`, en: `there is no event type “${name}”` },
      near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }

  /** Whether a reading is declared and each of its alternatives is written; reports what is not. */
  reading(name: string, alternatives: readonly string[], place: () => Place): boolean {
    const reading = this.declared.readings.get(name);
    if (reading === undefined) {
      const near = nearest(name, [...this.declared.readings.keys()]);
      this.report(
        'unknown-reading',
        place(),
        { zh: `没有读法“${name}”`, en: `there is no reading “${name}”` },
        near === undefined ? undefined : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
      );
      return false;
    }
    this.used.add(name);
    const all = [...reading.choices.keys()];
    const wrong = [...alternatives.filter((one) => !all.includes(one)), ...all.filter((one) => !alternatives.includes(one))];
    if (wrong.length === 0) return true;
    this.report('unknown-alternative', place(), {
      zh: `读法“${name}”的选项应恰为：${all.join('、')}；有出入的：${wrong.join('、')}`,
      en: `the alternatives of “${name}” are: ${all.join(', ')}; not matching: ${wrong.join(', ')}`,
    });
    return false;
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
