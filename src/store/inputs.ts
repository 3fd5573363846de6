/** What a check needs, out of files: contracts, the rulebooks they name, events; all problems of all files at once. */
import { checkContractFile } from '../contract/read-contract.js';
import { readEventFile, type RawEvent, type Remark, type SetAside } from '../events/files.js';
import { InputError, type Problem } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { parseDocuments } from '../input/yaml.js';
import { readRulebook, type InputFile, type RulebookFiles } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { ContractFile } from '../schema-types/contract.js';
import { readFile } from './files.js';
import { findRulebook, rulebookFiles, rulebookIn } from './rulebooks.js';

export interface Inputs {
  readonly contracts: readonly Source[];
  readonly rulebooks: ReadonlyMap<string, Rulebook>;
  readonly events: readonly RawEvent[];
  /** Lines that could not be read as events. */
  readonly unread: readonly SetAside[];
  /** What should be known of files that were read. */
  readonly remarks: readonly Remark[];
}

/** What a check reads, as bytes: it can be kept, and read again without the files. */
export interface InputFiles {
  readonly contracts: readonly InputFile[];
  readonly events: readonly InputFile[];
  /** By id. */
  readonly rulebooks: ReadonlyMap<string, RulebookFiles>;
}

/** Files as they are read; where nobody keeps them, the bytes of one are let go before the next is read. */
export class KeptFiles implements InputFiles {
  readonly contracts: InputFile[] = [];
  readonly events: InputFile[] = [];
  readonly rulebooks = new Map<string, RulebookFiles>();
}

/**
 * @param paths of contracts and event files, and perhaps a folder of rulebooks
 * @param kept takes the files that were read
 * @throws InputError with every problem found
 */
export function readInputs(
  paths: { readonly contracts: readonly string[]; readonly events: readonly string[]; readonly rulebooks: string | undefined },
  kept?: KeptFiles,
): Inputs {
  const problems: Problem[] = [];
  const contracts = contractsIn(filesAt(paths.contracts, problems, kept?.contracts), problems);
  const rulebooks = ofEachRulebook(contracts, (id, source) => {
    const files = rulebookFiles(findRulebook(id, paths.rulebooks, source.place(['rulebook'])));
    kept?.rulebooks.set(id, files);
    return rulebookIn(files);
  });
  return { contracts, rulebooks, ...eventsIn(filesAt(paths.events, problems, kept?.events), problems) };
}

/**
 * The same out of files that were kept: no other file is read.
 * @throws InputError with every problem found
 */
export function inputsIn(files: InputFiles): Inputs {
  const contracts = contractsIn(files.contracts, []);
  const rulebooks = ofEachRulebook(contracts, (id, source) => {
    const kept = files.rulebooks.get(id);
    if (kept === undefined)
      throw new InputError([
        {
          code: 'unknown-rulebook',
          place: source.place(['rulebook']),
          message: { zh: `其中没有规则库“${id}”`, en: `the rulebook “${id}” is not among them` },
        },
      ]);
    return readRulebook(kept);
  });
  return { contracts, rulebooks, ...eventsIn(files.events, []) };
}

/**
 * The same where the rulebook is given otherwise.
 * @throws InputError with every problem found
 */
export const readContractsAndEvents = (contracts: readonly string[], events: readonly string[]): Omit<Inputs, 'rulebooks'> => ({
  contracts: fromPaths(contracts, contractsIn),
  ...fromPaths(events, eventsIn),
});

/**
 * A file of waivers as written.
 * @throws InputError where it is none
 */
export function waiversIn({ name, bytes }: InputFile): Source {
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

type In<T> = (files: Iterable<InputFile>, problems: Problem[]) => T;

function fromPaths<T>(paths: readonly string[], read: In<T>): T {
  const problems: Problem[] = [];
  return read(filesAt(paths, problems), problems);
}

/** Those that can be read, one after the other; of the others the problem is noted. */
function* filesAt(paths: readonly string[], problems: Problem[], kept?: InputFile[]): Iterable<InputFile> {
  for (const path of paths) {
    const file = attempt(() => readFile(path), problems);
    if (file === undefined) continue;
    kept?.push({ name: file.name, bytes: file.bytes });
    yield file;
  }
}

/** @throws InputError with the problems before, and those of these files */
function contractsIn(files: Iterable<InputFile>, problems: Problem[]): readonly Source[] {
  const sources: Source[] = [];
  for (const file of files) {
    const parsed = parseDocuments(file.name, file.bytes);
    problems.push(...parsed.problems);
    const [source, second] = parsed.documents;
    if (second !== undefined)
      problems.push({
        code: 'too-many-documents',
        place: second.place([]),
        message: { zh: '一个合同文件只放一份合同', en: 'a contract file holds one contract' },
      });
    if (source !== undefined) sources.push(source);
  }
  // What each file says on its own is reported for all of them at once.
  for (const source of sources)
    if (!problems.some((problem) => problem.place.file === source.file)) problems.push(...checkContractFile(source));
  if (problems.length > 0) throw new InputError(problems);
  return sources;
}

/** Each rulebook that a contract names, once. */
function ofEachRulebook<T>(contracts: readonly Source[], read: (id: string, source: Source) => T): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const source of contracts) {
    const id = (source.value as ContractFile).rulebook;
    if (!found.has(id)) found.set(id, read(id, source));
  }
  return found;
}

/** @throws InputError with the problems before, and those of these files */
function eventsIn(files: Iterable<InputFile>, problems: Problem[]): Pick<Inputs, 'events' | 'unread' | 'remarks'> {
  const events: RawEvent[] = [];
  const remarks: Remark[] = [];
  const unread: SetAside[] = [];
  for (const file of files) {
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
