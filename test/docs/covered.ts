/** What of a schema no given value uses: keys, words of a choice, forms that a value may have. */

type Schema = Readonly<Record<string, unknown>>;
type Data = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

function hasForm(schema: Schema, value: unknown): boolean {
  if (schema.type === 'string') return typeof value === 'string';
  if (schema.type === 'array') return Array.isArray(value);
  const keys = Object.keys(schema.properties ?? {});
  return isRecord(value) && Object.keys(value).every((key) => keys.includes(key));
}

/** A text may be Chinese alone, or Chinese and English: one form is enough anywhere. */
const isText = (schema: Schema): boolean => typeof schema.tsType === 'string' && schema.tsType.startsWith('(string | { zh');

export function unused(schema: Schema, values: readonly unknown[], at = '', root: Schema = schema): readonly string[] {
  const here = at === '' ? 'the whole' : at;
  if (values.length === 0) return [here];
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.replace('#/definitions/', '');
    return unused((root.definitions as Readonly<Record<string, Schema>>)[name]!, values, at, root);
  }
  // Of yes and no, one is what holds where nothing is said.
  if (Array.isArray(schema.enum) && schema.enum.join() === 'yes,no') return [];
  if (Array.isArray(schema.enum)) return schema.enum.filter((word) => !values.includes(word)).map((word) => `${at}: ${String(word)}`);
  if (Array.isArray(schema.oneOf) && !isText(schema)) {
    return (schema.oneOf as readonly Schema[]).flatMap((form, index) => {
      const mine = values.filter((value) => hasForm(form, value));
      return mine.length === 0 ? [`${at} (form ${index + 1})`] : unused(form, mine, at, root);
    });
  }
  const records = values.filter(isRecord);
  const properties = Object.entries((schema.properties ?? {}) as Readonly<Record<string, Schema>>).flatMap(([key, inside]) =>
    unused(
      inside,
      records.flatMap((value) => (Object.hasOwn(value, key) ? [value[key]] : [])),
      at === '' ? key : `${at}.${key}`,
      root,
    ),
  );
  const others = isRecord(schema.additionalProperties)
    ? unused(schema.additionalProperties, records.flatMap(Object.values), `${at}.*`, root)
    : [];
  const lists = values.filter(Array.isArray);
  const items = isRecord(schema.items) && lists.length > 0 ? unused(schema.items, lists.flat(), `${at}[]`, root) : [];
  return [...properties, ...others, ...items];
}
