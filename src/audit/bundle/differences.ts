/** Where two JSON documents differ: the path, and both values. */

export interface Difference {
  readonly steps: readonly (string | number)[];
  /** Absent where there is none. */
  readonly from?: unknown;
  readonly to?: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** All differences, in the order of the first document. */
export function differencesOf(from: unknown, to: unknown, steps: Difference['steps'] = []): readonly Difference[] {
  if (Array.isArray(from) && Array.isArray(to)) return inLists(from, to, steps);
  if (isFields(from) && isFields(to))
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) =>
      differencesIn(Object.hasOwn(from, key) ? [from[key]] : [], Object.hasOwn(to, key) ? [to[key]] : [], [...steps, key]),
    );
  return from === to ? [] : [{ steps, from, to }];
}

/** As `findings[3].due`. */
export const pathOf = (steps: Difference['steps']): string =>
  steps.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

function differencesIn(from: readonly unknown[], to: readonly unknown[], steps: Difference['steps']): readonly Difference[] {
  if (from.length > 0 && to.length > 0) return differencesOf(from[0], to[0], steps);
  return [{ steps, ...(from.length > 0 ? { from: from[0] } : {}), ...(to.length > 0 ? { to: to[0] } : {}) }];
}

/** Entries that have a name are held against their namesakes, so that one taken out does not put all behind it in doubt. */
function inLists(from: readonly unknown[], to: readonly unknown[], steps: Difference['steps']): readonly Difference[] {
  const [before, after] = [namesOf(from), namesOf(to)];
  if (before === undefined || after === undefined || before.join('\n') === after.join('\n'))
    return Array.from({ length: Math.max(from.length, to.length) }, (_, index) =>
      differencesIn(from.slice(index, index + 1), to.slice(index, index + 1), [...steps, index]),
    ).flat();
  const [known, there] = [new Set(before), new Map(after.map((name, index) => [name, index]))];
  const gone = before.flatMap((name, index) => {
    const other = there.get(name);
    const mine = [...steps, index];
    return other === undefined ? [{ steps: mine, from: from[index] }] : differencesOf(from[index], to[other], mine);
  });
  const come = after.flatMap((name, index) => (known.has(name) ? [] : [{ steps: [...steps, index], to: to[index] }]));
  const found = [...gone, ...come];
  return found.length > 0 ? found : [{ steps, from: before, to: after }];
}

/** What the entries of a list are called: a finding by its rule and instance, others by their id; undefined where two have one name, or one has none. */
function namesOf(list: readonly unknown[]): readonly string[] | undefined {
  const names = list.map((one) => {
    if (!isFields(one)) return undefined;
    if (typeof one['rule'] === 'string' && 'instance' in one) return JSON.stringify([one['rule'], one['instance']]);
    return typeof one['id'] === 'string' ? one['id'] : undefined;
  });
  return names.includes(undefined) || new Set(names).size < names.length ? undefined : (names as readonly string[]);
}
