import { fullWidth } from './checks/full-width.js';
import { lookAlike } from './checks/look-alike.js';
import { fileName } from './checks/file-name.js';
import { neverTrue } from './checks/never-true.js';
import { alwaysTrue } from './checks/always-true.js';
import { contradiction } from './checks/contradiction.js';
import { redundant } from './checks/redundant.js';
import { contradictsWhen } from './checks/contradicts-when.js';
import { followsFromWhen } from './checks/follows-from-when.js';
import { statusNever } from './checks/status-never.js';
import { thresholdGap } from './checks/threshold-gap.js';
import { thresholdOverlap } from './checks/threshold-overlap.js';
import { happenedNo } from './checks/happened-no.js';
import { literalIsName } from './checks/literal-is-name.js';
import { ratioAboveOne } from './checks/ratio-above-one.js';
import { repeatedEntry } from './checks/repeated-entry.js';
import { amountDirection } from './checks/amount-direction.js';
import { noSuchEvents } from './checks/no-such-events.js';
import { neverStarts } from './checks/never-starts.js';
import { rollWithoutEffect } from './checks/roll-without-effect.js';
import { hoursWithoutEffect } from './checks/hours-without-effect.js';
import { drawsNothing } from './checks/draws-nothing.js';
import { outsideWithoutEffect } from './checks/outside-without-effect.js';
import { endsBeforeStart } from './checks/ends-before-start.js';
import { neverLate } from './checks/never-late.js';
import { performedReckoned } from './checks/performed-reckoned.js';
import { strayInstance } from './checks/stray-instance.js';
import { foreignExample } from './checks/foreign-example.js';
import { noSuchArticle } from './checks/no-such-article.js';
import { repealedStatute } from './checks/repealed-statute.js';
import { strayRef } from './checks/stray-ref.js';
import { exemptionUnused } from './checks/exemption-unused.js';
import { exemptionNever } from './checks/exemption-never.js';
import { exemptionAlways } from './checks/exemption-always.js';
import { exemptionParty } from './checks/exemption-party.js';
import { exemptionClash } from './checks/exemption-clash.js';
import { unusedFact } from './checks/unused-fact.js';
import { unusedFigure } from './checks/unused-figure.js';
import { unusedTerm } from './checks/unused-term.js';
import { termWithoutClause } from './checks/term-without-clause.js';
import { unusedEvent } from './checks/unused-event.js';
import { unusedReading } from './checks/unused-reading.js';
import { readingSame } from './checks/reading-same.js';
import { sameRule } from './checks/same-rule.js';
import { sameName } from './checks/same-name.js';
import { severalBases } from './checks/several-bases.js';
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
  'status-never': statusNever,
  'threshold-gap': thresholdGap,
  'threshold-overlap': thresholdOverlap,
  'happened-no': happenedNo,
  'literal-is-name': literalIsName,
  'ratio-above-one': ratioAboveOne,
  'repeated-entry': repeatedEntry,
  'amount-direction': amountDirection,
  'no-such-events': noSuchEvents,
  'never-starts': neverStarts,
  'roll-without-effect': rollWithoutEffect,
  'hours-without-effect': hoursWithoutEffect,
  'outside-without-effect': outsideWithoutEffect,
  'draws-nothing': drawsNothing,
  'ends-before-start': endsBeforeStart,
  'performed-reckoned': performedReckoned,
  'never-late': neverLate,
  'stray-ref': strayRef,
  'stray-instance': strayInstance,
  'foreign-example': foreignExample,
  'exemption-unused': exemptionUnused,
  'exemption-never': exemptionNever,
  'exemption-always': exemptionAlways,
  'exemption-party': exemptionParty,
  'exemption-clash': exemptionClash,
  'unused-fact': unusedFact,
  'unused-figure': unusedFigure,
  'unused-term': unusedTerm,
  'term-without-clause': termWithoutClause,
  'unused-event': unusedEvent,
  'unused-reading': unusedReading,
  'reading-same': readingSame,
  'same-rule': sameRule,
  'same-name': sameName,
  'no-such-article': noSuchArticle,
  'repealed-statute': repealedStatute,
  'several-bases': severalBases,
  'clause-uncovered': clauseUncovered,
  'informative-clause': informativeClause,
  'examples-missing': examplesMissing,
  'examples-one-sided': examplesOneSided,
};

/** Every check, one for each code. */
export const CHECKS: readonly Check[] = Object.values(BY_CODE);
