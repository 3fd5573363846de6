/** What the schemas say of each key, for headings and notes. */
import type { Choice } from './lists.js';

export type SchemaName = 'rulebook' | 'facts' | 'rule' | 'cases' | 'contract' | 'event';

/** Which of them a workbook needs. */
export const SCHEMAS = ['rulebook', 'facts', 'rule', 'cases', 'contract', 'event'] as const satisfies readonly SchemaName[];

/** The schemas as they lie in `schemas/`. */
export type Schemas = Readonly<Record<SchemaName, unknown>>;

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly $ref?: string;
}

export class Notes {
  readonly #schemas: Schemas;

  constructor(schemas: Schemas) {
    this.#schemas = schemas;
  }

  /** What the schema has at a place; `*` is any key of a mapping, or any item of a list. */
  heading(name: SchemaName, ...path: readonly string[]): string {
    return this.#at(name, path)?.title ?? path.at(-1) ?? '';
  }

  note(name: SchemaName, ...path: readonly string[]): string {
    const found = this.#at(name, path);
    const choices = this.choices(name, ...path).map(({ code, says }) => (says === undefined ? code : `${code}：${says}`));
    return [found?.description ?? '', ...choices].filter((line) => line !== '').join('\n');
  }

  /** The keys in their usual order. */
  keys(name: SchemaName, ...path: readonly string[]): readonly string[] {
    return Object.keys(this.#at(name, path)?.properties ?? {});
  }

  /** The words it may be, with what each says. */
  choices(name: SchemaName, ...path: readonly string[]): readonly Choice[] {
    const found = this.#at(name, path);
    const closed = found?.enum === undefined ? found?.anyOf?.find((one) => one.enum !== undefined) : found;
    return (closed?.enum ?? []).map((code, index) => {
      const says = closed?.enumDescriptions?.[index];
      return { code: String(code), ...(says === undefined ? {} : { says }) };
    });
  }

  #at(name: SchemaName, path: readonly string[]): Schema | undefined {
    const root = this.#schemas[name] as Schema;
    return path.reduce<Schema | undefined>(
      (schema, step) => followed(step === '*' ? anyOf(schema) : schema?.properties?.[step], root),
      followed(root, root),
    );
  }
}

function followed(schema: Schema | undefined, root: Schema): Schema | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? schema : root.definitions?.[name];
}

function anyOf(schema: Schema | undefined): Schema | undefined {
  if (schema?.items !== undefined) return schema.items;
  return typeof schema?.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

/** The first few words of what is said of a choice. */
export const brief = ({ code, says }: Choice): Choice =>
  says === undefined ? { code } : { code, says: says.split(/[：，；（]/)[0] ?? says };
