/** What every code of a problem means; exhaustive, so that none can be forgotten. */
import type { ProblemCode } from '../../input/problem.js';
import type { Explanation } from '../check.js';
import { CONTRACTS } from './contracts.js';
import { FILES } from './files.js';
import { RULEBOOKS } from './rulebooks.js';
import { SCHEMAS } from './schemas.js';

export const PROBLEMS: Readonly<Record<ProblemCode, Explanation>> = { ...FILES, ...SCHEMAS, ...RULEBOOKS, ...CONTRACTS };
