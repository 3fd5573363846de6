/** Everything that can be said of a rulebook without a contract. */
import type { InputFile, RulebookFiles } from '../rulebook/read-rulebook.js';
import { linkParts, parseParts } from '../rulebook/read-rulebook.js';
import { checkContractFile, readContract } from '../contract/read-contract.js';
import { declaredOf } from '../rulebook/declared-of.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { contractOf, readCases, type Case } from '../rulebook/case.js';
import type { WrittenRule } from '../rulebook/link-rules.js';
import type { Source } from '../input/source.js';
import { parseDocuments } from '../input/yaml.js';
import { WRITTEN } from '../input/limits.js';
import { formatPlace, type Place, type Problem, type Text } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { readText } from '../input/text.js';
import { caseContents } from './case-contents.js';
import { CHECKS } from './catalogue.js';
import type { Found, LintFinding } from './finding.js';
import { withFix } from './fixes.js';
import { Repaired } from './text/repaired.js';
import { unseen } from './text/unseen.js';

export interface LintInput {
  /** The name of its folder, as contracts name it. */
  readonly folder: string;
  readonly files: LintFiles;
}

export interface LintFiles extends RulebookFiles {
  /** `cases/….yaml`, `base.yaml` among them. */
  readonly cases: readonly InputFile[];
}

export const allFiles = (files: LintFiles): readonly InputFile[] => [files.rulebook, files.facts, ...files.clauses, ...files.cases];

/** All findings of one rulebook, in the order of its files. */
export function lint({ folder, files }: LintInput): readonly LintFinding[] {
  const texts = new Map<string, Repaired>();
  const findings: LintFinding[] = [];
  const repair = (file: InputFile): InputFile => {
    const read = readText(file.name, file.bytes, WRITTEN);
    // What is no text is reported by whoever reads it.
    if ('problem' in read) return file;
    const text = new Repaired(file.name, read.text);
    texts.set(file.name, text);
    findings.push(...unseen(text));
    for (const check of CHECKS)
      if (check.looksAt === 'text') findings.push(...check.mend(text).map((found) => ({ ...found, code: check.code, level: check.level })));
    return { name: file.name, bytes: new TextEncoder().encode(text.text) };
  };
  // Slips of the keyboard are put right before anything is read, so that each is one finding and not many.
  const repaired = {
    rulebook: repair(files.rulebook),
    facts: repair(files.facts),
    clauses: files.clauses.map(repair),
    cases: files.cases.map(repair),
  };
  findings.push(...ofWhatIsRead(repaired, folder, texts));
  return inOrder(
    findings,
    allFiles(files).map((file) => file.name),
  );
}

function ofWhatIsRead(files: LintFiles, folder: string, texts: ReadonlyMap<string, Repaired>): readonly LintFinding[] {
  const backTo = (place: Place): Place => texts.get(place.file)?.back(place) ?? place;
  const back = <F extends Found>(found: F): F => ({
    ...found,
    place: backTo(found.place),
    ...(found.related && { related: found.related.map(backTo) }),
  });
  const parts = parseParts(files);
  const faults = (problems: readonly Problem[]): readonly LintFinding[] =>
    problems.map((problem) => ({ repair: seeExplanation(problem.code), ...back(withFix(problem, texts, parts)), level: 'error' }));
  const claimed = files.clauses.map(({ name }) =>
    Array.from((texts.get(name)?.text ?? '').matchAll(RULE_ID), (match) => (match[1] ?? '').trim()),
  );
  const cases = readAll(files.cases, parts.rules, claimed);
  const findings: LintFinding[] = [...faults(parts.problems), ...faults(cases.problems)];
  if (parts.rulebook === undefined || parts.facts === undefined) return findings;
  const written = { rulebook: parts.rulebook, facts: parts.facts, rules: parts.rules };
  const { rulebook, problems } = linkParts(written);
  // Rules that could not be read are not there to be named.
  const isWhole = parts.problems.length === 0;
  findings.push(...faults(isWhole ? problems : problems.filter((problem) => !ABOUT_RULES.has(problem.code))));
  const isLinked = isWhole && problems.length === 0;
  if (isLinked) findings.push(...faults(ofContents(cases, rulebook)));
  const looked = { ...written, meant: problems.flatMap(nameOffered) };
  for (const check of CHECKS) {
    if (check.needsAll === true && !isLinked) continue;
    // What is missing or unused can be said only when everything was read.
    const found =
      check.looksAt === 'linked'
        ? check.find({ written, rulebook, cases: [...cases.bases, ...cases.files] })
        : check.looksAt === 'written' && isWhole
          ? check.find(looked, folder)
          : [];
    findings.push(...found.map((one) => ({ ...back(one), code: check.code, level: check.level })));
  }
  return findings;
}

/** The name that was probably meant by one that is unknown. */
const nameOffered = ({ code, repair }: Problem): readonly string[] => {
  const offered = code.startsWith('unknown-') ? /^(?:是否指“|写成 )([\w.-]+)”?$/u.exec(repair?.zh ?? '')?.[1] : undefined;
  return offered === undefined ? [] : [offered];
};

/** Where nobody can say what was meant. */
const seeExplanation = (code: string): Text => ({
  zh: `对照 heyue lint --explain ${code} 里对的写法`,
  en: `as heyue lint --explain ${code} shows it`,
});

interface AllCases {
  readonly bases: readonly Source[];
  readonly files: readonly Source[];
  readonly cases: readonly Case[];
  /** What is wrong with examples and cases as they are written. */
  readonly problems: readonly Problem[];
}

/** @param claimed the ids of rules by file, those that cannot be read too: what is wrong with them has been said */
function readAll(files: readonly InputFile[], rules: readonly WrittenRule[], claimed: readonly (readonly string[])[]): AllCases {
  const read = files.map((file) => ({ isBase: BASE.test(file.name), ...parseDocuments(file.name, file.bytes) }));
  const sources = (isBase: boolean): readonly Source[] => read.filter((one) => one.isBase === isBase).flatMap((one) => one.documents);
  const ids = new Set([...rules.map(({ rule }) => rule.rule), ...claimed.flat()]);
  const [bases, cases] = [sources(true), readCases(rules, sources(false), [...ids])];
  // Of which rule a case speaks cannot be told where a file does not say what it is called.
  const areAllNamed = claimed.every((named) => named.length > 0 && named.every((id) => IS_ID.test(id)));
  const wrong = areAllNamed ? cases.problems : cases.problems.filter(({ code }) => code !== 'unknown-rule');
  return {
    bases,
    files: sources(false),
    cases: cases.cases,
    problems: [...read.flatMap((one) => one.problems), ...bases.flatMap(checkContractFile), ...wrong],
  };
}

/** What the contract of the cases, and the cases, say that the rulebook does not know, or lack. */
function ofContents({ bases, cases, problems }: AllCases, rulebook: Rulebook): readonly Problem[] {
  const usable = bases.filter((source) => checkContractFile(source).length === 0);
  const [base] = usable;
  return [
    ...usable.flatMap((source) => ofBase(source, cases, rulebook)),
    ...usable.flatMap((source) => ofOtherRulebook(source, rulebook)),
    ...(base === undefined || problems.length > 0 ? [] : caseContents(cases, base, rulebook)),
  ];
}

/** A term that the contract leaves out, each case may give; one that some case does not is missing. */
function ofBase(base: Source, cases: readonly Case[], rulebook: Rulebook): readonly Problem[] {
  const declared = declaredOf(rulebook);
  const { problems } = readContract(base, declared);
  const isMissing = ({ code }: Problem): boolean => code === 'missing-term';
  if (!problems.some(isMissing)) return problems;
  const lacking = cases.map((one) => readContract(contractOf(one, base), declared).problems.filter(isMissing));
  const said = new Set(lacking.flat().map(({ message }) => message.zh));
  return problems.filter((one) => !isMissing(one) || cases.length === 0 || said.has(one.message.zh));
}

function ofOtherRulebook(source: Source, { declared }: Rulebook): readonly Problem[] {
  const named = (source.value as { readonly rulebook?: unknown }).rulebook;
  if (named === declared.id) return [];
  return [
    {
      code: 'unknown-rulebook',
      place: source.place(['rulebook']),
      message: {
        zh: `用例的合同属于规则库“${quote(String(named))}”，不是这里的“${declared.id}”`,
        en: `the contract of the cases is under “${quote(String(named))}”, not “${declared.id}”`,
      },
      repair: { zh: `rulebook: ${declared.id}`, en: `rulebook: ${declared.id}` },
    },
  ];
}

/** A rule by its id, in a file that may not be readable. */
const RULE_ID = /^(?:\{ *)?rule: *([^,#}\n]*)/gmu;
const IS_ID = /^[a-z][A-Za-z0-9-]*$/u;

/** The contract from which the cases start. */
const BASE = /(^|[/\\])base\.ya?ml$/u;

const ABOUT_RULES: ReadonlySet<Problem['code']> = new Set(['unknown-rule', 'type-mismatch']);

function inOrder(findings: readonly LintFinding[], files: readonly string[]): readonly LintFinding[] {
  const order = (one: LintFinding): readonly [number, number, number] => [files.indexOf(one.place.file), one.place.line, one.place.column];
  const sorted = findings.toSorted((a, b) => {
    const [x, y] = [order(a), order(b)];
    return x[0] - y[0] || x[1] - y[1] || x[2] - y[2] || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
  });
  const said = (one: LintFinding): string => `${one.place.file}:${one.place.line}:${one.place.column} ${one.message.zh}`;
  // Where an alias stands for nothing, there is nothing else to say of what it gives.
  const nothing = new Set(sorted.filter(({ code }) => code === 'bad-alias').map(({ place }) => formatPlace(place)));
  return sorted.filter(
    (one, index) =>
      (one.code !== 'wrong-type' || !nothing.has(formatPlace(one.place))) && (index === 0 || said(one) !== said(sorted[index - 1] ?? one)),
  );
}
