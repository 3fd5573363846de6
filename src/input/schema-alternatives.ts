import type { AnySchemaObject, AnyValidateFunction, ErrorObject } from 'ajv/dist/types/index.js';

/** The check of one part of a schema, by its pointer. */
type Compiled = (pointer: string) => AnyValidateFunction | undefined;

/**
 * Where a value fits none of several alternatives, ajv complains about each of them. This keeps the complaints about the
 * alternative that was meant, as far as the value shows which, and else one that it fits none.
 */
export function chooseAlternatives(
  errors: readonly ErrorObject[],
  pointerOf: (schema: unknown) => string | undefined,
  compiled: Compiled,
): readonly ErrorObject[] {
  const kept: ErrorObject[] = [];
  for (const error of errors) {
    if (!isAlternatives(error)) {
      kept.push(error);
      continue;
    }
    const pointer = pointerOf(error.parentSchema);
    const branches = branchesOf(error, pointer, compiled);
    // ajv lists what it has against each alternative directly before what it has against all of them.
    const raw = branches.reduce((sum, branch) => sum + branch.length, 0);
    withdraw(kept, error.instancePath, raw);
    const meant = theOneMeant(branches);
    if (meant === undefined) kept.push(error);
    else
      kept.push(
        ...chooseAlternatives(meant, pointerOf, compiled).map((inner) => ({
          ...inner,
          instancePath: error.instancePath + inner.instancePath,
        })),
      );
  }
  return kept;
}

function isAlternatives(error: ErrorObject): boolean {
  return error.keyword === 'anyOf' || (error.keyword === 'oneOf' && (error.params as { passingSchemas?: unknown }).passingSchemas === null);
}

/** What each alternative alone has against the value. */
function branchesOf(error: ErrorObject, pointer: string | undefined, compiled: Compiled): readonly (readonly ErrorObject[])[] {
  const alternatives = error.schema as readonly unknown[];
  if (pointer === undefined) return [];
  return alternatives.map((_, index) => {
    const validate = compiled(`${pointer}/${error.keyword}/${index}`);
    if (validate === undefined) return [];
    void validate(error.data);
    return [...(validate.errors ?? [])];
  });
}

/** Inner alternatives have been resolved already, so fewer than `raw` may be left; all of them lie at or below the place. */
function withdraw(kept: ErrorObject[], instancePath: string, raw: number): void {
  for (let left = raw; left > 0; left--) {
    const last = kept.at(-1);
    if (last === undefined || !(last.instancePath === instancePath || last.instancePath.startsWith(`${instancePath}/`))) return;
    kept.pop();
  }
}

/** The alternative whose own shape the value has: it has the right type, and the keys or constants that tell it apart. */
function theOneMeant(branches: readonly (readonly ErrorObject[])[]): readonly ErrorObject[] | undefined {
  const ranked = branches.map((errors) => ({ errors, misfit: misfit(errors) })).toSorted((a, b) => a.misfit - b.misfit);
  const [first, second] = ranked;
  if (first === undefined || first.misfit >= WRONG_KIND) return undefined;
  return second === undefined || first.misfit < second.misfit ? first.errors : undefined;
}

const WRONG_KIND = 1000;

/** How far a value is from an alternative: wrong kind of value, then wrong constants, then wrong keys, then the rest. */
function misfit(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, error) => {
    if (error.instancePath === '' && error.keyword !== 'required' && error.keyword !== 'additionalProperties') return sum + WRONG_KIND;
    if (error.keyword === 'const' || error.keyword === 'enum') return sum + 100;
    return sum + (error.instancePath === '' ? 10 : 1);
  }, 0);
}

/** Where each part of the schemas stands, so that an alternative can be asked by itself. */
export function pointersOf(schema: object, others: readonly object[], root: string): ReadonlyMap<unknown, string> {
  const pointers = new Map<unknown, string>();
  note(pointers, schema, `${root}#`);
  for (const other of others) note(pointers, other, `${((other as AnySchemaObject).$id ?? '').replace(/#$/, '')}#`);
  return pointers;
}

function note(pointers: Map<unknown, string>, node: unknown, pointer: string): void {
  if (typeof node !== 'object' || node === null || pointers.has(node)) return;
  pointers.set(node, pointer);
  for (const [key, part] of Object.entries(node)) {
    note(pointers, part, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  }
}
