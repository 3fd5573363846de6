/** holds, standing, available, determined, reading, same-as: facts that say yes or no, or stand for another. */
import type { Day } from '../calendar/day.js';
import { evaluateLeaves, judge } from '../facts/condition.js';
import { STATUSES } from '../facts/scope.js';
import { anyOf } from '../values/truth.js';
import { fits, isMoment, YES_NO } from '../values/type.js';
import { unknownOf } from '../values/unknown.js';
import { byDay, together, yesNo, type Moment, type YesNo } from '../values/value.js';
import type { Measure } from './measure.js';

/** `holds: condition`. */
export const holdsMeasure: Measure = {
  parameters: [],
  link: (linking) => {
    const condition = linking.condition('holds');
    if (condition === undefined) return undefined;
    return {
      type: YES_NO,
      operands: condition.leaves.flatMap((leaf) => [leaf.fact, leaf.value]),
      events: [],
      condition,
      evaluate: (scope) => {
        const leaves = evaluateLeaves(condition, scope);
        return yesNo(
          judge(condition, leaves, scope),
          together(leaves.flatMap((leaf) => (leaf.truth === 'no' ? [] : [leaf.fact, leaf.value]))),
        );
      },
      say: () => ({ zh: '下列条件成立', en: 'the following condition holds' }),
    };
  },
};

/** `standing: [rules], is: [statuses]`: whether any finding of these rules has one of these statuses. */
export const standing: Measure = {
  parameters: ['is'],
  link: (linking) => {
    const rules = linking.rules('standing');
    const statuses = linking.words('is', STATUSES);
    if (rules === undefined || statuses === undefined) return undefined;
    return {
      type: YES_NO,
      operands: [],
      events: [],
      rules,
      evaluate: ({ world }) => {
        const found = rules.map((rule) => world.verdicts.standing(world, rule, statuses) as YesNo);
        return yesNo(anyOf(found.map((one) => one.truth)), together(found.filter((one) => one.truth !== 'no')));
      },
      say: () => ({ zh: `${rules.join('、')}的结论为${statuses.join('、')}`, en: `${rules.join(', ')} stands at ${statuses.join(', ')}` }),
    };
  },
};

/** `available: [rules], on: day`: whether any of these rights was available on that day, its exercise left aside. */
export const available: Measure = {
  parameters: ['on'],
  link: (linking) => {
    const rules = linking.rules('available');
    const on = linking.operand('on', isMoment);
    if (rules === undefined || on === undefined) return undefined;
    return {
      type: YES_NO,
      operands: [on],
      events: [],
      rules,
      evaluate: (scope, fact) => {
        const day = byDay(on.evaluate(scope) as Moment);
        if (day.come === 'no' || day.earliest > scope.world.today) return yesNo('no');
        if (day.come === 'maybe' || day.earliest !== day.latest) return unknownOf(YES_NO, [...day.missing, { fact, why: 'order' }]);
        const world = scope.world.at(day.latest as Day);
        const found = rules.map((rule) => world.verdicts.available(world, rule) as YesNo);
        return yesNo(anyOf(found.map((one) => one.truth)), together(found.filter((one) => one.truth !== 'no')));
      },
      say: (show) => ({ zh: `${show(on)}当日${rules.join('、')}可以行使`, en: `${rules.join(', ')} available on ${show(on)}` }),
    };
  },
};

/** `determined: yes/no, question:, by:`: what only a person can decide; not known until a determination is in the contract file. */
export const determined: Measure = {
  parameters: [],
  link: (linking) => {
    if (linking.word('determined', ['yes/no']) === undefined) return undefined;
    if (!linking.has('question')) {
      return linking.fail('determined', 'no-question', {
        zh: '由人认定的事实要写明 question（问什么）和 by（谁认定）',
        en: 'what a person decides needs a question and by whom',
      });
    }
    return {
      type: YES_NO,
      operands: [],
      events: [],
      evaluate: (_scope, fact) => unknownOf(YES_NO, [{ fact, why: 'determination' }]),
      say: () => ({ zh: '由人认定', en: 'for a person to determine' }),
    };
  },
};

/** `reading: name, choices: …`: what the alternative chosen says. */
export const reading: Measure = {
  parameters: ['choices'],
  link: (linking) => {
    const operand = linking.reading();
    if (operand === undefined) return undefined;
    const choices = Object.values(operand.reading?.choices ?? {});
    const odd = choices.find((one) => !fits(one.type, operand.type));
    if (odd !== undefined)
      return linking.fail('choices', 'unit-mismatch', {
        zh: `读法“${linking.key}”各选项的类型不一致：“${odd.says.zh}”`,
        en: `the alternatives are of different types: “${odd.name}”`,
      });
    return {
      type: operand.type,
      operands: [operand],
      events: [],
      evaluate: (scope) => operand.evaluate(scope),
      say: (show) => ({ zh: show(operand), en: show(operand) }),
    };
  },
};

/** `same-as: name`: a fact or term under another name. */
export const sameAs: Measure = {
  parameters: [],
  link: (linking) => {
    const of = linking.operand('same-as');
    if (of === undefined) return undefined;
    return {
      type: of.type,
      operands: [of],
      events: [],
      evaluate: (scope) => of.evaluate(scope),
      say: (show) => ({ zh: show(of), en: show(of) }),
    };
  },
};
