/** Every measure, as rules/README.md has it. */
import type { Written } from './book.js';
import type { Evaluator, Here } from './evaluator.js';
import type { Measure, Measures } from './measures/common.js';
import { FIELD, OF_EVENTS } from './measures/events.js';
import { OF_INSTANCES } from './measures/instances.js';
import { OF_LISTS } from './measures/lists.js';
import { OF_LOGIC } from './measures/logic.js';
import { OF_MOMENTS } from './measures/moments.js';
import { OF_NUMBERS } from './measures/numbers.js';
import { OF_PERIODS } from './measures/periods.js';
import { OF_SERVICE } from './measures/service.js';
import { OF_WINDOWS } from './measures/windows.js';
import type { Value } from './values.js';

const MEASURES: Measures = {
  ...OF_EVENTS,
  ...OF_WINDOWS,
  ...OF_SERVICE,
  ...OF_INSTANCES,
  ...OF_PERIODS,
  ...OF_MOMENTS,
  ...OF_NUMBERS,
  ...OF_LISTS,
  ...OF_LOGIC,
  // Last: it is a parameter of others too.
  ...FIELD,
};
/** The first of its keys that is one, in the order above. */
const KEYS = Object.keys(MEASURES);
const found = new Map<Written, Measure>();

/** What a fact, or a measure written in place, says here. */
export function measure(evaluator: Evaluator, written: Written, here: Here, fact: string): Value {
  const known = found.get(written) ?? measureOf(written, fact);
  found.set(written, known);
  return known(written, here, evaluator, fact);
}

function measureOf(written: Written, fact: string): Measure {
  const key = KEYS.find((one) => Object.hasOwn(written, one));
  const measureFound = key === undefined ? undefined : MEASURES[key];
  if (measureFound === undefined) throw new Error(`no measure in ${fact}`);
  return measureFound;
}
