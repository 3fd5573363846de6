/** What would put a problem right without anyone having to think, where that is certain: a name but for one letter. */
import { Lines } from '../input/lines.js';
import type { Problem } from '../input/problem.js';
import { MEASURES } from '../measures/catalogue.js';
import { OPERATORS } from '../operators/catalogue.js';
import type { ParsedParts } from '../rulebook/read-rulebook.js';
import type { RulebookFile } from '../schema-types/rulebook.js';
import type { Found } from './finding.js';
import { isOneEdit } from './one-edit.js';
import type { Change, Repaired } from './text/repaired.js';
import { scalarsOf } from './text/scalars.js';

/** The same problem, with its fix if it has one. */
export function withFix<P extends Problem>(problem: P, texts: ReadonlyMap<string, Repaired>, parts: ParsedParts): P & Found {
  const text = texts.get(problem.place.file);
  if (text === undefined) return problem;
  const at = new Lines(text.file, text.text).offset(problem.place.line) + problem.place.column - 1;
  const change = certain(problem, text.text, at) ?? misspelt(problem, text.text, at, parts);
  return change === undefined ? problem : { ...problem, fix: [text.edit(change)] };
}

/** What is to be written instead, where a message says nothing but that: `写成 "0.30"`, not `写成 "0.30" 的样子`. */
function certain({ repair }: Problem, text: string, at: number): Change | undefined {
  const meant = /^写成 (\S+|\[[^\]]*\]|\{ [^{}]* \})$/u.exec(repair?.zh ?? '')?.[1];
  if (meant === undefined) return undefined;
  const written = scalarsOf(text).find((scalar) => scalar.at === at);
  if (written === undefined) return undefined;
  const source = written.source.trimEnd();
  return source === '' || source.includes('\n') ? undefined : { from: at, to: at + source.length, text: meant };
}

/** What a message offers, where it is one letter off and nothing else is as near. */
function misspelt({ code, message, repair }: Problem, text: string, at: number, parts: ParsedParts): Change | undefined {
  const isParty = message.en.startsWith('there is no party');
  const pool = isParty ? Object.keys(fileOf(parts).parties ?? {}) : poolOf(code, parts);
  if (pool === undefined) return undefined;
  const quoted = Array.from(message.zh.matchAll(/“([^“”]+)”/gu), (match) => match[1] ?? '').reverse();
  const offered = /^(?:是否指“)?([\p{L}\p{N}_./-]+)(?:”$|$|（可写)/u.exec(repair?.zh ?? '')?.[1];
  for (const wrong of quoted) {
    const near = new Set([...(isParty || offered === undefined ? [] : [offered]), ...pool].filter((one) => isSlip(wrong, one)));
    const [meant, other] = near;
    if (meant === undefined) continue;
    const found = [at, at + 1, ...(code === 'unknown-measure' ? [text.indexOf(`${wrong}:`, at)] : [])].find(
      (from) => from >= at && text.startsWith(wrong, from) && !/[\p{L}\p{N}_.-]/u.test(text.charAt(from + wrong.length)),
    );
    return found === undefined || other !== undefined ? undefined : { from: found, to: found + wrong.length, text: meant };
  }
  return undefined;
}

/** One letter, or capitals. */
const isSlip = (wrong: string, right: string): boolean =>
  isOneEdit(wrong, right) || (wrong !== right && wrong.toLowerCase() === right.toLowerCase());

const fileOf = (parts: ParsedParts): Partial<RulebookFile> => parts.rulebook?.value ?? {};

function namesIn(parts: ParsedParts): readonly string[] {
  const { terms = {}, statute = {}, readings = {} } = fileOf(parts);
  const given = Object.values(readings).flatMap((reading) => reading.within?.as ?? []);
  return ['today', 'signedOn', 'never', ...Object.keys(terms), ...Object.keys(statute), ...given, ...Object.keys(parts.facts?.value ?? {})];
}

/** All that might be meant; of any other code nothing is a slip that one letter would mend. */
function poolOf(code: Problem['code'], parts: ParsedParts): readonly string[] | undefined {
  const { events = {}, readings = {} } = fileOf(parts);
  const pools: Readonly<Partial<Record<Problem['code'], readonly string[]>>> = {
    'unknown-name': namesIn(parts),
    'unknown-event': Object.keys(events),
    'unknown-reading': Object.keys(readings),
    'unknown-rule': parts.rules.map(({ rule }) => rule.rule),
    'unknown-operator': Object.keys(OPERATORS),
    'unknown-measure': Object.keys(MEASURES),
    'no-such-field': Object.values(events).flatMap(({ data = {} }) => Object.keys(data)),
    // What is offered is all that is known to be near.
    'unknown-key': [],
    'not-a-choice': [],
    'unknown-alternative': [],
    'type-mismatch': [],
    'no-such-column': [],
  };
  return pools[code];
}
