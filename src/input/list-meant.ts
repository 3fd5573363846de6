/** A value of the wrong form as it would be right: a list, a mapping, a text. */
import type { Text } from './problem.js';
import { quote } from './quote.js';

interface Wrong {
  readonly data: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly says: Text | undefined;
}

const said = (zh: string, en: string): Text => ({ zh, en });

/** One name where a list of them belongs, the number of a clause without quotes: as it would be right. */
export function inItsForm({ data, params, schema, says }: Wrong): { repair?: Text } {
  const types = [params.type].flat();
  if (types.join() === 'object') return named(data, schema);
  if (typeof data !== 'string' && typeof data !== 'number') return {};
  const items = (schema.items as { readonly type?: unknown } | undefined)?.type;
  const right =
    types.includes('array') && items !== 'object' && String(data).length <= MOST_LISTED && LISTED.test(String(data))
      ? `[${String(data).split(BETWEEN).join(', ')}]`
      : types.length === 1 && types[0] === 'string' && typeof data === 'number' && says?.zh.endsWith('号') === true
        ? `"${quote(String(data))}"`
        : undefined;
  return right === undefined ? {} : { repair: said(`写成 ${right}`, `write ${right}`) };
}

/** Names with what stands between them in a sentence; what begins with 第 leaves out of which statute it is an article. */
const LISTED = /^[\p{L}\p{N}_.-]+(?:\s*[、，,；;]\s*(?!第)[\p{L}\p{N}_.-]+)*$/u;
const MOST_LISTED = 300;
const BETWEEN = /\s*[、，,；;]\s*/u;

/** The one thing that a mapping must say, written in its place: a party is `{ name: … }`, not the name alone. */
function named(data: unknown, { required, properties }: Wrong['schema']): { repair?: Text } {
  const [key, more] = Array.isArray(required) ? (required as readonly unknown[]) : [];
  const [alone, other] = Array.isArray(data) ? (data as readonly unknown[]) : [data];
  if (typeof key !== 'string' || more !== undefined || other !== undefined || typeof alone !== 'string') return {};
  const { type, oneOf } = ((properties ?? {}) as Readonly<Record<string, Wrong['schema']>>)[key] ?? {};
  if ((type ?? (oneOf as readonly Wrong['schema'][] | undefined)?.[0]?.type) !== 'string' || !PLAIN.test(alone)) return {};
  const right = `{ ${key}: ${alone} }`;
  return { repair: said(`写成 ${right}`, `write ${right}`) };
}

/** A name in Chinese, which is no other name of the rulebook, and which YAML takes as text without quotes, in braces too. */
const PLAIN = /^\p{Script=Han}[\p{L}\p{N}_（）()·.-]{0,100}$/u;
