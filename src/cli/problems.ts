import { CalendarError } from '../calendar/error.js';
import { formatProblem, InputError, type Language, type Text } from '../input/problem.js';
import { FontError } from '../report/paper/font-error.js';
import { FileError } from '../store/file-error.js';
import type { CommandIo } from './io.js';

/** The call itself is wrong: exit code 2. */
export class CallError extends Error {
  readonly says: Text;

  constructor(says: Text) {
    super(says.en);
    this.says = says;
  }
}

/**
 * The format asked for.
 * @throws CallError where there is no such format
 */
export function formatIn<F extends string>(known: readonly F[], asked: string): F {
  const found = known.find((one) => one === asked);
  if (found !== undefined) return found;
  throw new CallError({
    zh: `没有格式“${asked}”；可用：${known.join('、')}`,
    en: `there is no format “${asked}”; use ${known.join(', ')}`,
  });
}

/** Runs a command; wrong input and wrong calls become messages and exit code 2. */
export async function withProblems(io: CommandIo, lang: Language, run: () => Promise<number> | number): Promise<number> {
  try {
    return await run();
  } catch (error) {
    sayWrong(error, io, lang);
    return 2;
  }
}

/** Says what is wrong with an input or a call; what is neither is thrown again. */
export function sayWrong(error: unknown, io: CommandIo, lang: Language): void {
  // A file as a whole has no line and column.
  if (error instanceof FileError) io.err(`${error.sayIn(lang)}\n`);
  else if (error instanceof InputError) for (const problem of error.problems) io.err(`${formatProblem(problem, lang)}\n`);
  else if (error instanceof CallError || error instanceof CalendarError || error instanceof FontError) io.err(`${error.says[lang]}\n`);
  else throw error;
}
