import type { LinkedFact, Operand } from '../../facts/fact.js';
import type { Check } from '../check.js';
import { factInWords } from '../conditions/owners.js';
import type { Found } from '../finding.js';

export const neverStarts: Check = {
  code: 'never-starts',
  level: 'error',
  title: { zh: '期间永远不起算，或永远不届满', en: 'a period that never starts, or never ends' },
  why: {
    zh: '期间从一个不会到来的日子（never）起算，就永远没有末日；从检查日（today）起算，末日每天往后推，永远不会届满。',
    en: 'A period from a day that never comes has no last day; one from the day asked about moves on every day and never ends.',
  },
  bad: { facts: 'end: { says: 付款末日, period: few, from: today }\n' },
  good: { facts: 'end: { says: 付款末日, period: few, from: delivery }\n' },
  looksAt: 'linked',
  find: ({ rulebook, written }) =>
    [...rulebook.facts.values()].flatMap((fact): readonly Found[] => {
      const { zh, en } = factInWords(fact);
      const place = written.facts.place([fact.name, 'from' in fact.written ? 'from' : fact.measure], 'value');
      const start = fact.operands.find((one) => one.name === fact.written.from);
      if (fact.measure === 'period' && start?.name === 'today')
        return [
          {
            place,
            message: {
              zh: `${zh}从检查日（today）起算，末日每天往后推，永远不会届满`,
              en: `${en} runs from the day asked about: it moves on every day and never ends`,
            },
            repair: { zh: '起算的事件或日子，如某事件的 first', en: 'the event or day from which it runs' },
          },
        ];
      if (!NAMED.has(fact.measure) || comes(fact) || !fact.operands.some((one) => comesOperand(one) || one.name === 'never')) return [];
      return [
        {
          place,
          message: {
            zh: `${zh}取决于不会到来的日子（never），永远没有`,
            en: `${en} hangs on a day that never comes, and never comes itself`,
          },
          repair: { zh: '起算的事件或日子', en: 'the event or day on which it hangs' },
        },
      ];
    }),
};

/** Of these a day that never comes is surely a slip; `same-as: never` says that there is no deadline. */
const NAMED = new Set(['period', 'latest', 'arrived', 'day-before', 'day-after', 'rolled', 'ends-on', 'first', 'last', 'renewed']);

/** Whether a day can come at all, as far as can be said; anything else can. */
function comes({ measure, written, operands, question }: LinkedFact): boolean {
  if (question !== null) return true;
  const at = (key: string): boolean => operands.filter((one) => one.name === written[key]).every(comesOperand);
  switch (measure) {
    case 'period':
      return at('from');
    case 'first':
    case 'last':
      return at('from') && at('after');
    case 'arrived':
    case 'day-before':
    case 'day-after':
    case 'rolled':
    case 'ends-on':
    case 'same-as':
    case 'renewed':
      return at(measure);
    case 'latest':
      return !Array.isArray(written.latest) || operands.every(comesOperand);
    case 'earliest':
    case 'prevailing':
      return operands.some(comesOperand);
    default:
      return true;
  }
}

const comesOperand = (operand: Operand): boolean =>
  operand.fact === undefined ? operand.term !== undefined || operand.name !== 'never' : comes(operand.fact);
