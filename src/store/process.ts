/** Whether a process that left its number behind is still there. */
import { readFileSync } from 'node:fs';

/** After the name, which may hold anything: the state, then 18 others, then the start. */
const [STATE, START] = [0, 19];

/** What Linux says of a process; undefined where there is none, or on a system that does not say. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

/** When a process began, in the system's own count; null where it does not say. */
export const startOf = (pid: number): string | null => statOf(pid)?.[START] ?? null;

/** @param start as startOf() said it then: another process may have been given the number since */
export function isRunning(pid: number, start: string | null): boolean {
  const stat = statOf(pid);
  if (stat !== undefined) return stat[STATE] !== 'Z' && stat[STATE] !== 'X' && (start === null || stat[START] === start);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
