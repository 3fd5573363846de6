/** The schemas that come with the program, whose titles and descriptions a workbook shows. */
import { join } from 'node:path';
import { readFile } from './files.js';
import { ROOT } from './root.js';

/** Each schema by its name, as it lies in `schemas/`. */
export const schemasNamed = <N extends string>(names: readonly N[]): Readonly<Record<N, unknown>> =>
  Object.fromEntries(
    names.map((name) => [name, JSON.parse(new TextDecoder().decode(readFile(join(ROOT, `schemas/${name}.schema.json`)).bytes)) as unknown]),
  ) as Record<N, unknown>;
