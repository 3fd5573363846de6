/** Changes of a rule as written: its conditions, its exemptions, its amounts, its parties, its cap. */
import type { Text } from '../../input/problem.js';
import type { RuleFile } from '../../schema-types/rule.js';
import { changesOfCondition, without } from './conditions.js';
import { isRecord } from '../../input/written.js';
import { replaced, type Change } from './mutant.js';

const CONDITIONS = ['when', 'met', 'breached', 'formality', 'exercised', 'exceeded'] as const;

/** Keys of a rule that an author may forget. */
const FORGOTTEN: Readonly<Record<string, Text>> = {
  lapses: { zh: '失效之日', en: 'the day on which it lapses' },
  until: { zh: '终了之日', en: 'the day on which it ends' },
  ledger: { zh: '上限', en: 'the cap' },
  formality: { zh: '手续', en: 'the formality' },
};

/** @param name what a fact, a term, a rule or a party is called in words */
export function changesOfRule(rule: RuleFile, name: (of: string) => Text, parties: readonly string[]): readonly Change[] {
  return [
    ...CONDITIONS.flatMap((key) => changesOfCondition(rule[key], [key], name)),
    ...(['unless', 'released-by'] as const).flatMap((key) => forgottenExemptions(rule, key, name)),
    ...Object.entries(FORGOTTEN).flatMap(([key, what]): Change[] =>
      Object.hasOwn(rule, key) ? [{ path: [key], value: undefined, says: without(what) }] : [],
    ),
    ...swappedParties(rule, name, parties),
    ...(rule.amounts ?? []).flatMap((amount, index) => changesOfAmount(amount, index, rule, name, parties)),
    ...changesOfLedger(rule.ledger, name),
  ];
}

function forgottenExemptions(rule: RuleFile, key: 'unless' | 'released-by', name: (of: string) => Text): readonly Change[] {
  const uses = rule[key] ?? [];
  return uses.map((use, index): Change => {
    const id = typeof use === 'string' ? use : use.exemption;
    const said = name(id);
    return {
      path: uses.length === 1 ? [key] : [key, index],
      value: undefined,
      says: without({ zh: `免责事由“${said.zh}”`, en: `the exemption “${said.en}”` }),
    };
  });
}

/** Who owes and who is owed, the other way round. */
function swappedParties(rule: RuleFile, name: (of: string) => Text, parties: readonly string[]): readonly Change[] {
  const other = (party: string): string | undefined =>
    parties.length === 2 && parties.includes(party) ? parties.find((one) => one !== party) : undefined;
  return (['bearer', 'holder'] as const).flatMap((key): Change[] => {
    const party = rule[key];
    const swapped = party === undefined ? undefined : other(party);
    if (party === undefined || swapped === undefined) return [];
    // The other side goes along, or one party would stand on both.
    const opposite = key === 'bearer' ? 'toward' : 'against';
    const turned = rule[opposite] === undefined ? undefined : other(rule[opposite]);
    const value = { ...rule, [key]: swapped, ...(turned === undefined ? {} : { [opposite]: turned }) };
    const [from, to] = [name(party), name(swapped)];
    const what = key === 'bearer' ? { zh: '义务人', en: 'the bearer' } : { zh: '权利人', en: 'the holder' };
    return [
      { path: [], value, says: { zh: `把${what.zh}由${from.zh}换成${to.zh}`, en: `${what.en} changed from ${from.en} to ${to.en}` } },
    ];
  });
}

type Amount = NonNullable<RuleFile['amounts']>[number];

function changesOfAmount(
  amount: Amount,
  index: number,
  rule: RuleFile,
  name: (of: string) => Text,
  parties: readonly string[],
): readonly Change[] {
  const said = name(amount.amount);
  const changes: Change[] = [
    {
      path: (rule.amounts ?? []).length === 1 ? ['amounts'] : ['amounts', index],
      value: undefined,
      says: without({ zh: `金额“${said.zh}”`, en: `the amount “${said.en}”` }),
    },
  ];
  if (parties.includes(amount.from) && parties.includes(amount.to))
    changes.push({
      path: ['amounts', index],
      value: { ...amount, from: amount.to, to: amount.from },
      says: {
        zh: `把“${said.zh}”改为由${name(amount.to).zh}付给${name(amount.from).zh}`,
        en: `“${said.en}” to be paid by ${name(amount.to).en} to ${name(amount.from).en}`,
      },
    });
  for (const [key, what] of [
    ['paid', { zh: '已付部分', en: 'what has been paid' }],
    ['once', { zh: '只得一次', en: 'once only' }],
    ['effect', { zh: '款项的去向', en: 'the effect' }],
  ] as const)
    if (amount[key] !== undefined)
      changes.push({
        path: ['amounts', index, key],
        value: undefined,
        says: without({ zh: `“${said.zh}”的${what.zh}`, en: `${what.en} of “${said.en}”` }),
      });
  return changes;
}

/** Each thing that stands in a list of the ledger, left out. */
function changesOfLedger(ledger: RuleFile['ledger'], name: (of: string) => Text): readonly Change[] {
  if (ledger === undefined) return [];
  const listed = (['debtors', 'draws', 'outside', 'claims'] as const).flatMap((key) => {
    const value: unknown = ledger[key];
    const lists: readonly (readonly [readonly string[], unknown])[] =
      isRecord(value) && isRecord(value.choices)
        ? Object.entries(value.choices).map(([choice, list]) => [[key, 'choices', choice], list] as const)
        : [[[key], value]];
    return lists.flatMap(([path, list]) =>
      Array.isArray(list)
        ? (list as readonly unknown[]).map((one, index): Change => {
            const said = typeof one === 'string' ? name(one) : { zh: `${key} 第 ${index + 1} 项`, en: `${key} no. ${index + 1}` };
            return {
              path: ['ledger'],
              value: replaced(ledger, [...path, index], undefined),
              says: without({ zh: `上限中的“${said.zh}”`, en: `“${said.en}” of the cap` }),
            };
          })
        : [],
    );
  });
  return listed;
}
