import { ACCRUING } from './accruing.js';
import { ARITHMETIC } from './arithmetic.js';
import type { Case } from './case.js';
import { CHOOSING } from './choosing.js';
import { DAYS_CASES } from './days.js';
import { ELAPSED } from './elapsed.js';
import { EVENTS } from './events.js';
import { LOGIC } from './logic.js';
import { OPERATOR_CASES } from './operators.js';
import { ROWS } from './rows.js';
import { SERVICE } from './service.js';
import { SPANS } from './spans.js';
import { THIS_EVENT } from './this-event.js';
import { WINDOWS } from './windows.js';

/** Every case of every measure. */
export const CASES: readonly Case[] = [
  ...EVENTS,
  ...WINDOWS,
  ...THIS_EVENT,
  ...DAYS_CASES,
  ...ARITHMETIC,
  ...LOGIC,
  ...SPANS,
  ...ROWS,
  ...CHOOSING,
  ...SERVICE,
  ...ACCRUING,
  ...ELAPSED,
  ...OPERATOR_CASES,
];
