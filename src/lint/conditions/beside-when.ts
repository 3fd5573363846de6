/** The other conditions of a rule, and each branch of them, held against its `when`, and against the `where` of its `each`. */
import type { LinkedCondition, Shape } from '../../facts/condition.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import type { Found } from '../finding.js';
import { both, formulaOf, not, ofShape, type Formula } from '../solve/formula.js';
import { Solver } from '../solve/solve.js';
import { isGuard, QUESTIONS, ruleInWords, writtenCondition, type Question } from './owners.js';
import { leavesIn, sayShape } from './say.js';
import { whereOf } from './where.js';

type Relation = 'contradicts' | 'follows';

export function besideWhen(rulebook: Rulebook, relation: Relation): readonly Found[] {
  const solver = new Solver(rulebook.declared);
  return rulebook.rules.flatMap((rule) => {
    const where = whereOf(rule, rulebook);
    const when = rule.when === null ? undefined : formulaOf(rule.when);
    if (when !== undefined && solver.never(when)) return [];
    return QUESTIONS.flatMap((question): readonly Found[] => {
      const condition = rule[question];
      if (condition === null) return [];
      const beside = new Beside(solver, rule, question, condition);
      const isNamed = ('all' in where && where.all.length > 0) || undefined;
      const ofWhere = isNamed && relation === 'contradicts' ? beside.parts(where, relation, 'each 的 where', '`where` of `each`') : [];
      if (ofWhere.length > 0 || question === 'when' || when === undefined) return ofWhere;
      return beside.parts(both(when, where), relation, 'when', '`when`');
    });
  });
}

class Beside {
  constructor(
    readonly solver: Solver,
    readonly rule: LinkedRule,
    readonly question: Question,
    readonly condition: LinkedCondition,
  ) {}

  /** The whole, or those of its branches of which it can be said. */
  parts(given: Formula, relation: Relation, zh: string, en: string): readonly Found[] {
    const { shape } = this.condition;
    const formula = this.#formula(shape);
    // What holds never, or always, by itself is said of it alone.
    if (this.solver.never(formula) || this.solver.never(not(formula)) || this.solver.never(given)) return [];
    const found = this.#holds(given, shape, relation)
      ? [shape]
      : writtenCondition(this.rule, this.question) === null
        ? []
        : [...this.#inside(given, shape, relation)];
    return found.map((part) => this.#say(part, relation, zh, en));
  }

  #holds(given: Formula, shape: Shape, relation: Relation): boolean {
    const formula = this.#formula(shape);
    return relation === 'contradicts' ? this.solver.never(given, formula) : this.solver.follows(given, formula);
  }

  /** An alternative that cannot be, a requirement that is there already: each given what is required beside it. */
  *#inside(given: Formula, shape: Shape, relation: Relation): Generator<Shape> {
    if (typeof shape === 'number') return;
    const isAll = 'all' in shape;
    const parts = isAll ? shape.all : shape.any;
    for (const part of parts) {
      const formula = this.#formula(part);
      const isOdd = isAll ? relation === 'follows' : relation === 'contradicts';
      // By itself, or beside what stands with it, it is said of it alone.
      if (this.solver.never(formula) || this.solver.never(not(formula))) continue;
      if (isOdd && this.#holds(given, part, relation)) {
        if (!isGuard(this.condition, part)) yield part;
      } else {
        const others = isAll ? parts.filter((one) => one !== part).map((one) => this.#formula(one)) : [];
        yield* this.#inside(both(given, ...others), part, relation);
      }
    }
  }

  #formula(shape: Shape): Formula {
    return ofShape(this.condition, shape);
  }

  #say(part: Shape, relation: Relation, whenZh: string, whenEn: string): Found {
    const place = leavesIn(this.condition, part)[0]?.place ?? this.rule.place;
    const { zh, en } = ruleInWords(this.rule);
    const said = sayShape(this.condition, part);
    return relation === 'contradicts'
      ? {
          place,
          message: {
            zh: `${zh}：${this.question} 的${said.zh}与 ${whenZh} 不能同时成立`,
            en: `${en}: ${said.en} of \`${this.question}\` cannot hold together with ${whenEn}`,
          },
          repair: { zh: '改正两者之一', en: 'one of the two changed' },
        }
      : {
          place,
          message: {
            zh: `${zh}：只要 ${whenZh} 成立，${this.question} 的${said.zh}就必然成立`,
            en: `${en}: wherever ${whenEn} holds, so does ${said.en} of \`${this.question}\``,
          },
          repair: { zh: '改正两者之一，或去掉多余的一个', en: 'one of the two changed, or taken out' },
        };
  }
}
