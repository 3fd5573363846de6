/** Questions in a terminal; without one, what is missing is named. */
import { createInterface } from 'node:readline/promises';
import { Readable } from 'node:stream';
import type { Language, Text } from '../input/problem.js';
import type { CommandIo } from './io.js';
import { CallError } from './problems.js';

export interface Question {
  /** What the command line calls it: `--clause`, `<id>`. */
  readonly flag: string;
  readonly ask: Text;
  /** Where nothing is given; undefined: there must be an answer. */
  readonly usual?: string;
  /** What is wrong with an answer. */
  readonly wrong?: (answer: string) => Text | undefined;
}

/** Whether there is somebody to ask. */
const isTerminal = (stdin: CommandIo['stdin']): boolean => (stdin as { readonly isTTY?: boolean }).isTTY === true;

/**
 * Asks what the flags have left open, one question after another, in their order.
 * @throws CallError naming every flag that is missing where nobody can be asked, or an answer that cannot be
 */
export class Questions {
  readonly #io: CommandIo;
  readonly #lang: Language;
  #lines: AsyncIterator<string> | undefined;
  #close: (() => void) | undefined;

  constructor(io: CommandIo, lang: Language) {
    this.#io = io;
    this.#lang = lang;
  }

  /** Names at once everything that must be given and is not. */
  require(given: readonly (readonly [flag: string, value: string | undefined])[]): void {
    if (isTerminal(this.#io.stdin)) return;
    const missing = given.filter(([, value]) => value === undefined).map(([flag]) => flag);
    if (missing.length === 0) return;
    throw new CallError({
      zh: `缺少 ${missing.join('、')}；在终端里运行会逐项询问`,
      en: `missing: ${missing.join(', ')}; in a terminal they are asked for`,
    });
  }

  /** The answer: what was given, else what is typed, else what is usual. */
  async answer({ flag, ask, usual, wrong }: Question, given: string | undefined): Promise<string> {
    if (given !== undefined || !isTerminal(this.#io.stdin)) {
      const answer = given ?? usual;
      this.require([[flag, answer]]);
      const fault = wrong?.(answer ?? '');
      if (fault !== undefined) throw new CallError(fault);
      return answer ?? '';
    }
    for (;;) {
      this.#io.err(`${ask[this.#lang]}${usual === undefined || usual === '' ? '' : ` [${usual}]`}: `);
      const typed = await this.#next();
      if (typed === undefined) throw new CallError({ zh: `没有回答：${flag}`, en: `no answer: ${flag}` });
      const answer = typed.trim() === '' ? (usual ?? '') : typed.trim();
      const fault = answer === '' ? { zh: '要有一个回答', en: 'an answer is needed' } : wrong?.(answer);
      if (fault === undefined) return answer;
      this.#io.err(`${fault[this.#lang]}\n`);
    }
  }

  /** Lets go of the terminal. */
  close(): void {
    this.#close?.();
  }

  async #next(): Promise<string | undefined> {
    if (this.#lines === undefined) {
      const input = this.#io.stdin instanceof Readable ? this.#io.stdin : Readable.from(this.#io.stdin);
      const lines = createInterface({ input, crlfDelay: Infinity });
      this.#lines = lines[Symbol.asyncIterator]();
      this.#close = () => lines.close();
    }
    const next: IteratorResult<string, unknown> = await this.#lines.next();
    return next.done === true ? undefined : next.value;
  }
}
