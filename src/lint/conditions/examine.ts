/** What is wrong with a condition by itself: it can never hold, it always does, its parts contradict one another or say the same twice. */
import type { LinkedCondition, Shape } from '../../facts/condition.js';
import type { Place, Text } from '../../input/problem.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Found } from '../finding.js';
import { both, not, ofShape, type Formula } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';
import { conditionsIn, isGuard, type OwnedCondition } from './owners.js';
import { leavesIn, sayShape } from './say.js';

export type Flaw = 'never-true' | 'always-true' | 'contradiction' | 'redundant';

type Flaws = Readonly<Record<Flaw, Found[]>>;

/** All four come out of one walk, and each has its own check. */
const examined = new WeakMap<Rulebook, Flaws>();

export function flawsOf(rulebook: Rulebook, flaw: Flaw): readonly Found[] {
  let flaws = examined.get(rulebook);
  if (flaws === undefined) {
    flaws = { 'never-true': [], 'always-true': [], contradiction: [], redundant: [] };
    const solver = new Solver(rulebook.declared);
    for (const one of conditionsIn(rulebook)) new Examination(solver, one, flaws).whole();
    examined.set(rulebook, flaws);
  }
  return flaws[flaw];
}

const TRUE: Formula = { all: [] };

class Examination {
  readonly owner: Text;
  readonly condition: LinkedCondition;
  readonly #mayAlwaysHold: boolean;

  constructor(
    readonly solver: Solver,
    { owner, condition, mayAlwaysHold }: OwnedCondition,
    readonly flaws: Flaws,
  ) {
    this.owner = owner;
    this.condition = condition;
    this.#mayAlwaysHold = mayAlwaysHold;
  }

  whole(): void {
    const { shape } = this.condition;
    const formula = this.#formula(shape);
    if (this.solver.never(formula)) this.#never(shape, TRUE);
    else if (this.solver.never(not(formula))) {
      if (!this.#mayAlwaysHold) this.#always(shape);
    } else this.#parts(shape, TRUE);
  }

  /** Each part, given that what stands beside it in `all` holds. */
  #parts(shape: Shape, given: Formula): void {
    if (typeof shape === 'number') return;
    const isAll = 'all' in shape;
    const parts = isAll ? shape.all : shape.any;
    const kept = new Set(parts.keys());
    // From the last on: of two that say the same the first remains.
    for (const index of [...parts.keys()].reverse()) {
      const part = parts[index];
      if (part === undefined) continue;
      const others = parts.filter((_, other) => other !== index && kept.has(other)).map((one) => this.#formula(one));
      const beside = isAll ? both(given, ...others) : given;
      if (!isAll && this.solver.never(given, this.#formula(part))) {
        kept.delete(index);
        this.#never(part, given);
      } else if (others.length > 0 && this.#isRedundant(part, others, given, isAll)) {
        kept.delete(index);
        if (!isGuard(this.condition, part)) this.#redundant(part, isAll);
      } else this.#parts(part, beside);
    }
  }

  #isRedundant(part: Shape, others: readonly Formula[], given: Formula, isAll: boolean): boolean {
    return isAll
      ? this.solver.follows(both(given, ...others), this.#formula(part))
      : this.solver.never(given, this.#formula(part), not({ any: others }));
  }

  /** As near as can be said why: a part that can never hold, two parts that cannot hold together. */
  #never(shape: Shape, given: Formula): void {
    if (typeof shape !== 'number') {
      const parts = 'all' in shape ? shape.all : shape.any;
      const dead = parts.filter((part) => this.solver.never(given, this.#formula(part)));
      if (dead.length > 0) {
        for (const part of dead) this.#never(part, given);
        return;
      }
      for (const [index, one] of parts.entries())
        for (const other of parts.slice(index + 1))
          if (this.solver.never(given, this.#formula(one), this.#formula(other))) {
            this.#contradiction(one, other);
            return;
          }
    }
    const said = sayShape(this.condition, shape);
    if (given !== TRUE && !this.solver.never(this.#formula(shape))) {
      this.flaws.contradiction.push({
        place: this.#place(shape),
        message: {
          zh: `${this.owner.zh}：${said.zh}与同时要求的其他条件矛盾，不可能成立`,
          en: `${this.owner.en}: ${said.en} contradicts what is required beside it`,
        },
        repair: { zh: '改正其中一个条件，或去掉这一支', en: 'one of them changed, or this branch taken out' },
      });
      return;
    }
    this.flaws['never-true'].push({
      place: this.#place(shape),
      message: { zh: `${this.owner.zh}：${said.zh}永远不成立`, en: `${this.owner.en}: ${said.en} can never hold` },
      repair: { zh: '改正事实、运算符或所比的值，或去掉这个条件', en: 'another fact, operator or value, or no such condition' },
    });
  }

  #contradiction(one: Shape, other: Shape): void {
    const [a, b] = [sayShape(this.condition, one), sayShape(this.condition, other)];
    this.flaws.contradiction.push({
      place: this.#place(other),
      related: [this.#place(one)],
      message: {
        zh: `${this.owner.zh}：${b.zh}与${a.zh}不能同时成立，这里却要求都成立`,
        en: `${this.owner.en}: ${b.en} and ${a.en} cannot both hold, and both are required`,
      },
      repair: { zh: '改正其中一个；如果只需其一，把 all 改为 any', en: 'one of them changed; `any` for `all` if either will do' },
    });
  }

  #always(shape: Shape): void {
    const said = sayShape(this.condition, shape);
    this.flaws['always-true'].push({
      place: this.#place(shape),
      message: {
        zh: `${this.owner.zh}：${said.zh}永远成立，等于没有写`,
        en: `${this.owner.en}: ${said.en} always holds, as if it were not there`,
      },
      repair: { zh: '改正条件，或去掉它', en: 'the condition changed, or taken out' },
    });
  }

  #redundant(part: Shape, isAll: boolean): void {
    const said = sayShape(this.condition, part);
    this.flaws.redundant.push({
      place: this.#place(part),
      message: isAll
        ? {
            zh: `${this.owner.zh}：${said.zh}已由并列的其他条件包含，可有可无`,
            en: `${this.owner.en}: ${said.en} follows from what stands beside it`,
          }
        : {
            zh: `${this.owner.zh}：${said.zh}成立时，并列的其他条件必有一个成立，写它不改变结果`,
            en: `${this.owner.en}: where ${said.en} holds, another of the alternatives holds already`,
          },
      repair: { zh: '去掉它；如果本来另有所指，改正它', en: 'take it out, or change it if something else was meant' },
    });
  }

  #formula(shape: Shape): Formula {
    return ofShape(this.condition, shape);
  }

  #place(shape: Shape): Place {
    const place = leavesIn(this.condition, shape)[0]?.place;
    if (place === undefined) throw new Error('a condition without a leaf');
    return place;
  }
}
