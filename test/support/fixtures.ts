/** The contracts that come with the program, each on a day on which there is much to tell. Paths are from the root. */
export interface Fixture {
  readonly rulebook: string;
  readonly contract: string;
  readonly events: string;
  readonly asOf: string;
}

const fixture = (rulebook: string, events: string, asOf: string): Fixture => ({
  rulebook,
  contract: `fixtures/${rulebook}/contract.yaml`,
  events: `fixtures/${rulebook}/${events}`,
  asOf,
});

export const FIXTURES: readonly Fixture[] = [
  fixture('call-center-service', 'events.ndjson', '2023-10-12'),
  fixture('office-lease', 'events.csv', '2025-09-30'),
  fixture('sale-of-goods', 'events.ndjson', '2024-07-20'),
  fixture('software-service', 'events.xlsx', '2024-09-12'),
];
