/** A new file beside others of its kind: it names its schema as they do. */

/** @param others the texts of the files that lie in the same folder */
export function createdFile(text: string, others: readonly string[]): string {
  const line = /^# yaml-language-server: \$schema=\S+\n/;
  const schema = others.map((other) => line.exec(other)?.[0]).find((one) => one !== undefined);
  return `${schema ?? ''}${text}`;
}
