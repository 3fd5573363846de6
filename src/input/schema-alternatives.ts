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
  for (let index = errors.length - 1; index >= 0; index--) {
    const error = errors[index];
    if (error === undefined) continue;
    if (!isAlternatives(error)) {
      kept.unshift(error);
      continue;
    }
    const raw = branchesOf(error, pointerOf(error.parentSchema), compiled);
    // ajv lists what it has against each alternative directly before what it has against all of them.
    index -= raw.reduce((sum, branch) => sum + branch.length, 0);
    const meant = theOneMeant(raw.map((branch) => chooseAlternatives(branch, pointerOf, compiled)));
    kept.unshift(...(meant?.map((inner) => ({ ...inner, instancePath: error.instancePath + inner.instancePath })) ?? [error]));
  }
  return kept;
}

function isAlternatives(error: ErrorObject): boolean {
  return error.keyword === 'anyOf' || (error.keyword === 'oneOf' && (error.params as { passingSchemas?: unknown }).passingSchemas === null);
}

/** What each alternative alone has against the value. */
function branchesOf(error: ErrorObject, pointer: string | undefined, compiled: Compiled): readonly (readonly ErrorObject[])[] {
  if (pointer === undefined) return [];
  return (error.schema as readonly unknown[]).map((_, index) => {
    const validate = compiled(`${pointer}/${error.keyword}/${index}`);
    if (validate === undefined) return [];
    void validate(error.data);
    return [...(validate.errors ?? [])];
  });
}

/** The alternative whose own shape the value has: it has the right type, and the keys or constants that tell it apart. */
function theOneMeant(branches: readonly (readonly ErrorObject[])[]): readonly ErrorObject[] | undefined {
  const ranked = branches.map((errors) => ({ errors, misfit: misfit(errors) })).toSorted((a, b) => a.misfit - b.misfit);
  const [first, second] = ranked;
  if (first === undefined || first.misfit >= WRONG_KIND) return undefined;
  return second === undefined || first.misfit < second.misfit ? first.errors : undefined;
}

const WRONG_KIND = 1000;
const KIND: ReadonlySet<string> = new Set(['type', 'const', 'enum', 'anyOf', 'oneOf', 'false schema']);

/** How far a value is from an alternative: wrong kind of value, then a constant that tells kinds apart, then wrong keys, then the rest. */
function misfit(errors: readonly ErrorObject[]): number {
  return errors.reduce((sum, { instancePath, keyword }) => {
    if (instancePath === '') return sum + (KIND.has(keyword) ? WRONG_KIND : 20);
    return sum + (keyword === 'const' ? 200 : 1);
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
