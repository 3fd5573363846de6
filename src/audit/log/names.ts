/** What the rules and events of a logged check are called: the log has their ids alone, its rulebook has the words. */
import type { Text } from '../../input/problem.js';
import type { LinkedRule } from '../../rulebook/rule.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Check } from '../../schema-types/log-entry.js';

type Asked = Check['rulebook'];

/** The rulebook of a check where it is at hand; it may be another than the check was made by. */
export type RulebookOf = (asked: Asked) => Rulebook | undefined;

export class Names {
  readonly #find: RulebookOf;
  readonly #found = new Map<string, Rulebook | null>();

  constructor(find: RulebookOf) {
    this.#find = find;
  }

  /** Undefined where the rulebook is not at hand, or has been changed since. */
  rule(asked: Asked, id: string): LinkedRule | undefined {
    return this.#rulebook(asked)?.rules.find((rule) => rule.id === id);
  }

  event(asked: Asked, type: string): Text | undefined {
    return this.#rulebook(asked)?.declared.events.get(type)?.says;
  }

  has(asked: Asked): boolean {
    return this.#rulebook(asked) !== null;
  }

  #rulebook(asked: Asked): Rulebook | null {
    const before = this.#found.get(asked.digest);
    if (before !== undefined) return before;
    const found = this.#find(asked);
    const same = found?.digest === asked.digest ? found : null;
    this.#found.set(asked.digest, same);
    return same;
  }
}
