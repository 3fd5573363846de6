/** What a file holds as it is written, before it is understood. */
export type Written = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Written => typeof value === 'object' && value !== null && !Array.isArray(value);
