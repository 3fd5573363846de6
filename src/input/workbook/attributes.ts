/** Whether an attribute says yes, in the spellings of XML Schema and of old writers. */
export function isTrue(written: string | undefined): boolean {
  return written === '1' || written === 'true' || written === 'on';
}
