const PLAIN = /^-?(0|[1-9]\d*)(\.\d+)?$/;

/**
 * A number that says exactly what is written, else the text as written: `1.10`, `1e3`, `0x1F`, `-0` and numbers too long
 * for a float stay text, so that no digit is lost before a typed reader has seen it.
 */
export function numberOrText(source: string): number | string {
  if (!PLAIN.test(source)) return source;
  const number = Number(source);
  return String(number) === source && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : source;
}
