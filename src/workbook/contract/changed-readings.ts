/** Comments that say where a value was read: of one that has been changed by hand since, they must not go on saying that it is what the text says. */
import type { Path } from '../text/path.js';
import { plainOf, YamlText } from '../text/yaml-text.js';

/** As a contract drawn from its text is written: the place, what stands there, and how sure that is. */
const READ = /^([^\n]*?#[^\n]*?“[^\n”]*”)(；|; )(确定|可能|sure|likely)(?=；|;|\s*(?:\n|$))/u;

/** The changed file, with such comments beside its changed values saying so. */
export function withoutOldReadings(before: string, after: string): string {
  const [old, now] = [new YamlText(before), new YamlText(after)];
  const paths: readonly Path[] = [
    ...['title', 'signedOn'].map((key) => [0, key]),
    ...now.keys([0, 'parties']).map((key) => [0, 'parties', key, 'name']),
    ...now.keys([0, 'terms']).map((key) => [0, 'terms', key]),
  ];
  const changed = paths.filter((path) => JSON.stringify(plainOf(old.node(path))) !== JSON.stringify(plainOf(now.node(path))));
  return changed
    .map((path) => now.startOf(path))
    .toSorted((a, b) => b - a)
    .reduce((text, at) => text.slice(0, at) + text.slice(at).replace(READ, said), after);
}

const said = (_: string, place: string, sign: string, how: string): string =>
  `${place}${sign}${how === 'sure' || how === 'likely' ? 'changed by hand' : '手工改过'}`;
