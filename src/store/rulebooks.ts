import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { InputError, type Place, type Text } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import { parseDocuments } from '../input/yaml.js';
import type { Source } from '../input/source.js';
import { linkRulebook, parseRulebook, type InputFile, type RulebookFiles, type WrittenRulebook } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import type { RuleFile } from '../schema-types/rule.js';
import { namesIn, readFile } from './files.js';
import { ROOT } from './root.js';

/** The rulebooks that come with the program. */
export const OWN_RULEBOOKS = join(ROOT, 'rules');

/** What the build has already read of them, one file for each, named by the digest of the bytes it was read from. */
const READ_BEFORE = join(ROOT, 'dist/rulebooks');

const file = (folder: string, name: string): InputFile => ({ name, bytes: readFile(join(folder, name)).bytes });

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** The files that a rulebook is made of. */
export function rulebookFiles(folder: string): RulebookFiles {
  return {
    rulebook: file(folder, 'rulebook.yaml'),
    facts: file(folder, 'facts.yaml'),
    clauses: namesIn(join(folder, 'clauses'))
      .filter(isYaml)
      .map((name) => ({ ...file(join(folder, 'clauses'), name), name: `clauses/${name}` })),
  };
}

/** @throws InputError with everything that is wrong in the folder's files */
export const loadRulebook = (folder: string): Rulebook => rulebookIn(rulebookFiles(folder));

/** @throws InputError with everything that is wrong in the files */
export const rulebookIn = (files: RulebookFiles): Rulebook => linkRulebook(readBefore(files) ?? parseRulebook(files));

/**
 * A rulebook as it is written, with the place of each part.
 * @throws InputError with everything that cannot be read
 */
export const writtenRulebook = (folder: string): WrittenRulebook => parseRulebook(rulebookFiles(folder));

/** What reading a rulebook gave, without the places that only a message would need: files that link have none. */
interface Kept {
  readonly rulebook: unknown;
  readonly facts: unknown;
  readonly rules: readonly (readonly [file: string, rule: unknown])[];
}

function digestOfFiles({ rulebook, facts, clauses }: RulebookFiles): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of [rulebook, facts, ...clauses]) hash.update(`${name}\n${bytes.length}\n`).update(bytes);
  return hash.digest('hex');
}

function readBefore(files: RulebookFiles): WrittenRulebook | undefined {
  const name = `${digestOfFiles(files)}.json`;
  if (!namesIn(READ_BEFORE).includes(name)) return undefined;
  const kept = JSON.parse(new TextDecoder().decode(readFile(join(READ_BEFORE, name)).bytes)) as Kept;
  return {
    rulebook: placeless('rulebook.yaml', kept.rulebook),
    facts: placeless('facts.yaml', kept.facts),
    rules: kept.rules.map(([from, rule]) => ({ source: placeless(from, rule), rule: rule as RuleFile })),
  };
}

const placeless = (name: string, value: unknown): Source => ({ file: name, value, place: () => ({ file: name, line: 1, column: 1 }) });

/** What the build keeps of a rulebook so that a check need not parse it: the name of the file to write, and its content. */
export function keptRulebook(folder: string): { readonly name: string; readonly content: string } {
  const files = rulebookFiles(folder);
  const written = parseRulebook(files);
  linkRulebook(written);
  const kept: Kept = {
    rulebook: written.rulebook.value,
    facts: written.facts.value,
    rules: written.rules.map(({ source, rule }) => [source.file, rule]),
  };
  return { name: `${digestOfFiles(files)}.json`, content: JSON.stringify(kept) };
}

/** The folder of the rulebook with this id: in the folder given, else among the program's own. `asked` is where a contract names it. */
export function findRulebook(id: string, folder: string | undefined, asked: Place): string {
  // The folder given may be the rulebook's own.
  const own = folder === undefined ? undefined : idOf(folder);
  if (folder !== undefined && own === id) return folder;
  const places = folder === undefined ? [OWN_RULEBOOKS] : [folder, OWN_RULEBOOKS];
  const known = [...(own === undefined ? [] : [own]), ...places.flatMap((place) => rulebooksIn(place))];
  for (const place of places) if (rulebooksIn(place).includes(id)) return join(place, id);
  const near = nearest(id, known);
  throw new InputError([
    {
      code: 'unknown-rulebook',
      place: asked,
      message: { zh: `没有规则库“${id}”`, en: `there is no rulebook “${id}”` },
      repair:
        folder !== undefined && own === undefined && rulebooksIn(folder).length === 0
          ? NO_RULEBOOKS
          : near === undefined
            ? { zh: `已有：${known.join('、')}`, en: `known: ${known.join(', ')}` }
            : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    },
  ]);
}

/** What to say of a folder given for rulebooks that holds none. */
export const NO_RULEBOOKS: Text = {
  zh: '--rulebooks 所给的文件夹里没有规则库；给规则库自己的文件夹（其中有 rulebook.yaml），或者它的上一级文件夹',
  en: 'the folder given by --rulebooks holds no rulebook: give a rulebook’s own folder (the one with rulebook.yaml in it), or the folder above it',
};

/** The id that a rulebook's own folder gives it; undefined of any other folder. */
function idOf(folder: string): string | undefined {
  if (!namesIn(folder).includes('rulebook.yaml')) return undefined;
  const [source] = parseDocuments('rulebook.yaml', readFile(join(folder, 'rulebook.yaml')).bytes).documents;
  const id = (source?.value as { rulebook?: unknown } | null | undefined)?.rulebook;
  return typeof id === 'string' ? id : undefined;
}

/** Ids of the rulebooks in a folder. */
export const rulebooksIn = (folder: string): readonly string[] =>
  namesIn(folder).filter((name) => namesIn(join(folder, name)).includes('rulebook.yaml'));
