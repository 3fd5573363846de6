import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, type Place } from '../input/problem.js';
import { nearest } from '../input/nearest.js';
import { readRulebook, type InputFile } from '../rulebook/read-rulebook.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { namesIn, readFile } from './files.js';

/** The rulebooks that come with the program. */
export const OWN_RULEBOOKS = fileURLToPath(new URL('../../rules/', import.meta.url));

const file = (folder: string, name: string): InputFile => ({ name, bytes: readFile(join(folder, name)).bytes });

const isYaml = (name: string): boolean => /\.ya?ml$/.test(name);

/** @throws InputError with everything that is wrong in the folder's files */
export function loadRulebook(folder: string): Rulebook {
  return readRulebook({
    rulebook: file(folder, 'rulebook.yaml'),
    facts: file(folder, 'facts.yaml'),
    clauses: namesIn(join(folder, 'clauses'))
      .filter(isYaml)
      .map((name) => ({ ...file(join(folder, 'clauses'), name), name: `clauses/${name}` })),
  });
}

/** The folder of the rulebook with this id: in the folder given, else among the program's own. `asked` is where a contract names it. */
export function findRulebook(id: string, folder: string | undefined, asked: Place): string {
  const places = folder === undefined ? [OWN_RULEBOOKS] : [folder, OWN_RULEBOOKS];
  const known = places.flatMap((place) => namesIn(place).filter((name) => namesIn(join(place, name)).includes('rulebook.yaml')));
  for (const place of places) if (/^[a-z][A-Za-z0-9-]*$/.test(id) && namesIn(join(place, id)).includes('rulebook.yaml')) return join(place, id);
  const near = nearest(id, known);
  throw new InputError([
    {
      code: 'unknown-rulebook',
      place: asked,
      message: { zh: `没有规则库“${id}”`, en: `there is no rulebook “${id}”` },
      repair: near === undefined ? { zh: `已有：${known.join('、')}`, en: `known: ${known.join(', ')}` } : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    },
  ]);
}
