/** What a check needs, out of files: contracts, the rulebooks they name, events; all problems of all files at once. */
import { checkContractFile } from '../contract/read-contract.js';
import { readEventFile, type RawEvent, type Remark, type SetAside } from '../events/files.js';
import { InputError, type Problem } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { parseDocuments } from '../input/yaml.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { ContractFile } from '../schema-types/contract.js';
import { readFile } from './files.js';
import { findRulebook, loadRulebook } from './rulebooks.js';

export interface Inputs {
  readonly contracts: readonly Source[];
  readonly rulebooks: ReadonlyMap<string, Rulebook>;
  readonly events: readonly RawEvent[];
  /** Lines that could not be read as events. */
  readonly unread: readonly SetAside[];
  /** What should be known of files that were read. */
  readonly remarks: readonly Remark[];
}

/**
 * @param paths of contracts and event files, and perhaps a folder of rulebooks
 * @throws InputError with every problem found
 */
export function readInputs(paths: {
  readonly contracts: readonly string[];
  readonly events: readonly string[];
  readonly rulebooks: string | undefined;
}): Inputs {
  const contracts = readContracts(paths.contracts);
  const rulebooks = readRulebooks(contracts, paths.rulebooks);
  return { contracts, rulebooks, ...readEvents(paths.events) };
}

/**
 * The same where the rulebook is given otherwise.
 * @throws InputError with every problem found
 */
export const readContractsAndEvents = (contracts: readonly string[], events: readonly string[]): Omit<Inputs, 'rulebooks'> => ({
  contracts: readContracts(contracts),
  ...readEvents(events),
});

/**
 * A file of waivers as written; an empty one has none.
 * @throws InputError where it cannot be read
 */
export function readWaiversFile(path: string): Source {
  const { name, bytes } = readFile(path);
  const { documents, problems } = parseDocuments(name, bytes);
  const [source, second] = documents;
  if (problems.length > 0) throw new InputError(problems);
  if (source === undefined || second !== undefined)
    throw new InputError([
      {
        code: 'too-many-documents',
        place: second?.place([]) ?? { file: name, line: 1, column: 1 },
        message: { zh: '一个文件只放一份接受清单', en: 'a file holds one list of waivers' },
      },
    ]);
  return source;
}

function readContracts(paths: readonly string[]): readonly Source[] {
  const problems: Problem[] = [];
  const sources = paths.flatMap((path): Source[] => {
    const file = attempt(() => readFile(path), problems);
    if (file === undefined) return [];
    const parsed = parseDocuments(file.name, file.bytes);
    problems.push(...parsed.problems);
    const [source, second] = parsed.documents;
    if (second !== undefined)
      problems.push({
        code: 'too-many-documents',
        place: second.place([]),
        message: { zh: '一个合同文件只放一份合同', en: 'a contract file holds one contract' },
      });
    return source === undefined ? [] : [source];
  });
  // What each file says on its own is reported for all of them at once.
  for (const source of sources)
    if (!problems.some((problem) => problem.place.file === source.file)) problems.push(...checkContractFile(source));
  if (problems.length > 0) throw new InputError(problems);
  return sources;
}

function readRulebooks(contracts: readonly Source[], folder: string | undefined): ReadonlyMap<string, Rulebook> {
  const rulebooks = new Map<string, Rulebook>();
  for (const source of contracts) {
    const id = (source.value as ContractFile).rulebook;
    if (!rulebooks.has(id)) rulebooks.set(id, loadRulebook(findRulebook(id, folder, source.place(['rulebook']))));
  }
  return rulebooks;
}

function readEvents(paths: readonly string[]): Pick<Inputs, 'events' | 'unread' | 'remarks'> {
  const problems: Problem[] = [];
  const events: RawEvent[] = [];
  const remarks: Remark[] = [];
  const unread: SetAside[] = [];
  for (const path of paths) {
    const file = attempt(() => readFile(path), problems);
    if (file === undefined) continue;
    const read = readEventFile(file.name, file.bytes);
    problems.push(...read.problems);
    for (const row of read.rows) events.push(row);
    for (const one of read.bad) unread.push(one);
    remarks.push(...(read.remarks ?? []));
  }
  if (problems.length > 0) throw new InputError(problems);
  return { events, unread, remarks };
}

function attempt<T>(read: () => T, problems: Problem[]): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(...error.problems);
    return undefined;
  }
}
