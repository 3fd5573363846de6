/** The sheets of a rulebook's workbook, in their order. */
import type { Notes } from './notes.js';
import type { Sheet } from './sheet.js';
import { amountsSheet } from './sheets/amounts.js';
import { caseContractSheet } from './sheets/case-contract.js';
import { caseEventsSheet } from './sheets/case-events.js';
import { casesSheet } from './sheets/cases.js';
import { conditionsSheet } from './sheets/condition-leaves.js';
import { eventsSheet } from './sheets/events.js';
import { expectationsSheet } from './sheets/expectations.js';
import { factsSheet } from './sheets/facts.js';
import { generalSheet } from './sheets/general.js';
import { readingsSheet } from './sheets/readings.js';
import { rulesSheet } from './sheets/rules.js';
import { termsSheet } from './sheets/terms.js';

export const rulebookSheets = (notes: Notes): readonly Sheet[] => [
  generalSheet(notes),
  termsSheet(notes),
  eventsSheet(notes),
  factsSheet(notes),
  rulesSheet(notes),
  conditionsSheet(notes),
  amountsSheet(notes),
  readingsSheet(notes),
  caseContractSheet(notes),
  casesSheet(notes),
  caseEventsSheet(notes),
  expectationsSheet(notes),
];
