import { Ajv, type AnySchemaObject, type ErrorObject, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { capped } from './fault.js';
import { FORMATS, type Formats } from './formats.js';
import { keyMeant } from './key-meant.js';
import type { Problem } from './problem.js';
import { chooseAlternatives, pointersOf } from './schema-alternatives.js';
import { SUMMARIES, wordsFor } from './schema-words.js';
import type { Path, Source } from './source.js';

/** Checks a value against a schema; `value` and `base` are given where it is only a part of the source. */
export type Validator = (source: Source, value?: unknown, base?: Path) => readonly Problem[];

/**
 * A check whose every complaint is in words, at its line. A schema may say what would be right by `says` (text, or
 * `{ zh, en, or }`, `or` being other names for a key), else by `title` or `description`; `called` and `enumCalled` are
 * what an author may have written for a key or a choice, `like` is an example. `others` are schemas it refers to.
 */
export function makeValidator(schema: object, formats: Formats = FORMATS, others: readonly object[] = []): Validator {
  // Compiling takes longer than most checks, so a schema that nothing is held against is never compiled.
  let compiled: Validator | undefined;
  return (...args) => (compiled ??= compileValidator(schema, formats, others))(...args);
}

function compileValidator(schema: object, formats: Formats, others: readonly object[]): Validator {
  const ajv = (schema as AnySchemaObject).$schema?.includes('draft-07') ? new Ajv(OPTIONS) : new Ajv2020(OPTIONS);
  for (const keyword of ['says', 'called', 'enumCalled', 'like']) ajv.addKeyword({ keyword });
  for (const [name, accepts] of Object.entries(formats)) ajv.addFormat(name, accepts);
  for (const other of others) ajv.addSchema(other);
  ajv.addSchema(schema, ROOT);
  const validate = ajv.getSchema(ROOT);
  if (validate === undefined) throw new Error('A schema that was just added is gone.');
  const pointers = pointersOf(schema, others, ROOT);

  return (source, value = source.value, base = []) => {
    if (validate(value) === true) return [];
    const errors = chooseAlternatives(
      validate.errors ?? [],
      (node) => pointers.get(node),
      (pointer) => ajv.getSchema(pointer),
    );
    const said = withoutEchoes(errors.filter(({ keyword }) => !SUMMARIES.has(keyword)));
    return capped(unique(said.map((error) => problemOf(error, source, value, base))));
  };
}

const ROOT = 'heyue:root';

const OPTIONS: Options = {
  strict: true,
  strictRequired: false,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
  ownProperties: true,
  discriminator: true,
  logger: false,
};

function problemOf(error: ErrorObject, source: Source, value: unknown, base: Path): Problem {
  const inside = pathOf(error.instancePath, value);
  const { code, message, repair, at, key } = wordsFor(error, inside.at(-1) ?? base.at(-1));
  const path = [...base, ...inside, ...(key === undefined ? [] : [key])];
  return { code, place: source.place(path, at), message, ...(repair === undefined ? {} : { repair }) };
}

/** Without the keys that are missing only because they are misspelt, or called otherwise: the key that is there is complained of. */
function withoutEchoes(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const meant = new Set(
    errors.flatMap(({ keyword, instancePath, params, parentSchema }) => {
      const key = keyword === 'additionalProperties' ? keyMeant(String(params.additionalProperty), parentSchema?.properties) : undefined;
      return key === undefined ? [] : [`${instancePath}/${key}`];
    }),
  );
  return errors.filter(
    ({ keyword, instancePath, params }) => keyword !== 'required' || !meant.has(`${instancePath}/${String(params.missingProperty)}`),
  );
}

/** A JSON pointer as steps; a step into an array is a number. */
function pathOf(pointer: string, value: unknown): Path {
  const steps: (string | number)[] = [];
  let node = value;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(node) ? Number(name) : name;
    steps.push(step);
    node = (node as Readonly<Record<string, unknown>> | undefined)?.[step];
  }
  return steps;
}

/** Two keywords may complain of one thing in the same words. */
function unique(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map<string, Problem>();
  for (const problem of problems) {
    const { line, column } = problem.place;
    const key = `${line}:${column} ${problem.message.zh}`;
    if (!seen.has(key)) seen.set(key, problem);
  }
  return [...seen.values()].toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column);
}
