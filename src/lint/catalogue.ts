import { fullWidth } from './checks/full-width.js';
import { lookAlike } from './checks/look-alike.js';
import { fileName } from './checks/file-name.js';
import { neverTrue } from './checks/never-true.js';
import { alwaysTrue } from './checks/always-true.js';
import { contradiction } from './checks/contradiction.js';
import { redundant } from './checks/redundant.js';
import { contradictsWhen } from './checks/contradicts-when.js';
import { followsFromWhen } from './checks/follows-from-when.js';
import { thresholdGap } from './checks/threshold-gap.js';
import { thresholdOverlap } from './checks/threshold-overlap.js';
import { literalIsName } from './checks/literal-is-name.js';
import { ratioAboveOne } from './checks/ratio-above-one.js';
import { noSuchEvents } from './checks/no-such-events.js';
import { neverStarts } from './checks/never-starts.js';
import { strayRef } from './checks/stray-ref.js';
import { exemptionUnused } from './checks/exemption-unused.js';
import { exemptionNever } from './checks/exemption-never.js';
import { exemptionParty } from './checks/exemption-party.js';
import { exemptionClash } from './checks/exemption-clash.js';
import { unusedFact } from './checks/unused-fact.js';
import { unusedFigure } from './checks/unused-figure.js';
import { unusedEvent } from './checks/unused-event.js';
import { unusedReading } from './checks/unused-reading.js';
import { sameRule } from './checks/same-rule.js';
import { clauseUncovered } from './checks/clause-uncovered.js';
import { informativeClause } from './checks/informative-clause.js';
import { examplesMissing } from './checks/examples-missing.js';
import { examplesOneSided } from './checks/examples-one-sided.js';
import type { Check } from './check.js';
import type { LintCode } from './code.js';

const BY_CODE: Readonly<Record<LintCode, Check>> = {
  'full-width': fullWidth,
  'look-alike': lookAlike,
  'file-name': fileName,
  'never-true': neverTrue,
  'always-true': alwaysTrue,
  contradiction: contradiction,
  redundant: redundant,
  'contradicts-when': contradictsWhen,
  'follows-from-when': followsFromWhen,
  'threshold-gap': thresholdGap,
  'threshold-overlap': thresholdOverlap,
  'literal-is-name': literalIsName,
  'ratio-above-one': ratioAboveOne,
  'no-such-events': noSuchEvents,
  'never-starts': neverStarts,
  'stray-ref': strayRef,
  'exemption-unused': exemptionUnused,
  'exemption-never': exemptionNever,
  'exemption-party': exemptionParty,
  'exemption-clash': exemptionClash,
  'unused-fact': unusedFact,
  'unused-figure': unusedFigure,
  'unused-event': unusedEvent,
  'unused-reading': unusedReading,
  'same-rule': sameRule,
  'clause-uncovered': clauseUncovered,
  'informative-clause': informativeClause,
  'examples-missing': examplesMissing,
  'examples-one-sided': examplesOneSided,
};

/** Every check, one for each code. */
export const CHECKS: readonly Check[] = Object.values(BY_CODE);
