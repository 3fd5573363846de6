/** An example, or a case, as it is written. */
import { formatDay, type Day } from '../calendar/day.js';
import type { Item } from './insert.js';
import { scalar } from './scalar.js';
import type { Texts } from './texts.js';

/** What happens in an example, and the days on which it is looked at. */
export interface Situation {
  readonly id: string;
  readonly title: string;
  /** What differs from `cases/base.yaml`, in one line; null: nothing. */
  readonly contract: string | null;
  /** In one line each. */
  readonly events: readonly string[];
  readonly days: readonly Day[];
}

/** What is found of a rule on a day. */
export interface Found {
  readonly instance: string | null;
  readonly status: string;
  readonly due: string | null;
}

/** What is found of a rule in a situation, on a day. */
export type Finds = (rule: string, situation: Situation, day: Day) => Promise<readonly Found[]>;

/** Makes the rulebook that these texts are ready to be tried. */
export type Trial = (texts: Texts) => Finds;

/** More would hide which of them is meant. */
const MOST = 3;

const expectation = (rule: string | null, { instance, status, due }: Found): string =>
  `{ ${[
    ...(rule === null ? [] : [`rule: ${rule}`]),
    ...(instance === null ? [] : [`instance: ${scalar(instance)}`]),
    `status: ${status}`,
    ...(due === null ? [] : [`due: ${due}`]),
  ].join(', ')} }`;

/**
 * The situation with what is found on each of its days.
 * @param named the rule is written out, as a case in `cases/` must
 */
export async function exampleOf(finds: Finds, rule: string, situation: Situation, named = false): Promise<Item> {
  const { id, title, contract, events, days } = situation;
  const checks: string[] = [];
  for (const day of days) {
    const found = (await finds(rule, situation, day)).slice(0, MOST);
    const expect = found.map((one) => expectation(named ? rule : null, one));
    if (expect.length > 0) checks.push(`{ asOf: ${formatDay(day)}, expect: [${expect.join(', ')}] }`);
  }
  const head = [`id: ${id}`, `title: ${scalar(title)}`, ...(contract === null ? [] : [`contract: ${contract}`])];
  return {
    inline: `{ ${[...head, `events: [${events.join(', ')}]`, `checks: [${checks.join(', ')}]`].join(', ')} }`,
    lines: [
      ...head.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
      ...(events.length === 0 ? ['  events: []'] : ['  events:', ...events.map((one) => `    - ${one}`)]),
      '  checks:',
      ...checks.map((one) => `    - ${one}`),
    ],
  };
}
