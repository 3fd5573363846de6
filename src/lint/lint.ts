/** Everything that can be said of a rulebook without a contract. */
import type { InputFile, RulebookFiles } from '../rulebook/read-rulebook.js';
import { linkParts, parseParts } from '../rulebook/read-rulebook.js';
import { checkContractFile, readContract } from '../contract/read-contract.js';
import { declaredOf } from '../rulebook/declared-of.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { readCases } from '../rulebook/case.js';
import type { WrittenRule } from '../rulebook/link-rules.js';
import type { Source } from '../input/source.js';
import { parseDocuments } from '../input/yaml.js';
import { WRITTEN } from '../input/limits.js';
import type { Place, Problem } from '../input/problem.js';
import { readText } from '../input/text.js';
import { CHECKS } from './catalogue.js';
import type { Found, LintFinding } from './finding.js';
import { withFix } from './fixes.js';
import { Repaired } from './text/repaired.js';

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
    problems.map((problem) => ({ ...back(withFix(problem, texts, parts)), level: 'error' }));
  const findings: LintFinding[] = [...faults(parts.problems), ...faults(ofCases(files.cases, parts.rules))];
  if (parts.rulebook === undefined || parts.facts === undefined) return findings;
  const written = { rulebook: parts.rulebook, facts: parts.facts, rules: parts.rules };
  const { rulebook, problems } = linkParts(written);
  // Rules that could not be read are not there to be named.
  const isWhole = parts.problems.length === 0;
  findings.push(...faults(isWhole ? problems : problems.filter((problem) => !ABOUT_RULES.has(problem.code))));
  if (isWhole && problems.length === 0) findings.push(...faults(ofBase(files.cases, rulebook)));
  for (const check of CHECKS) {
    // What is missing or unused can be said only when everything was read.
    const found =
      check.looksAt === 'linked'
        ? check.find({ written, rulebook })
        : check.looksAt === 'written' && isWhole
          ? check.find(written, folder)
          : [];
    findings.push(...found.map((one) => ({ ...back(one), code: check.code, level: check.level })));
  }
  return findings;
}

/** What is wrong with examples and cases as they are written; whether they hold is for `heyue test` to say. */
function ofCases(files: readonly InputFile[], rules: readonly WrittenRule[]): readonly Problem[] {
  const read = files.map((file) => ({ isBase: BASE.test(file.name), ...parseDocuments(file.name, file.bytes) }));
  const sources = (isBase: boolean): readonly Source[] => read.filter((one) => one.isBase === isBase).flatMap((one) => one.documents);
  const ids = rules.map(({ rule }) => rule.rule);
  return [
    ...read.flatMap((one) => one.problems),
    ...sources(true).flatMap(checkContractFile),
    ...readCases(rules, sources(false), ids).problems,
  ];
}

/** What the contract of the cases says that the rulebook does not know; a term that it leaves out, each case may give. */
function ofBase(files: readonly InputFile[], rulebook: Rulebook): readonly Problem[] {
  const sources = files.filter(({ name }) => BASE.test(name)).flatMap((file) => parseDocuments(file.name, file.bytes).documents);
  return sources
    .filter((source) => checkContractFile(source).length === 0)
    .flatMap((source) => readContract(source, declaredOf(rulebook)).problems.filter(({ code }) => code !== 'missing-term'));
}

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
  return sorted.filter((one, index) => index === 0 || said(one) !== said(sorted[index - 1] ?? one));
}
