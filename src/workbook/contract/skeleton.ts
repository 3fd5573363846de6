/** A contract in which nothing is filled in yet: every key that it may have, without its value. */
import { Lines } from '../../input/lines.js';
import { scalar } from '../../scaffold/scalar.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import type { Path } from '../text/path.js';
import { YamlText } from '../text/yaml-text.js';

const PARTS = ['amendments', 'coverage', 'determinations'] as const;

export function skeletonOf({ declared }: Rulebook): string {
  const terms = [...declared.terms.values()].filter(({ statute }) => !statute);
  return [
    'id:',
    `title: ${scalar(declared.title.zh)}`,
    `rulebook: ${declared.id}`,
    'signedOn:',
    'parties:',
    ...[...declared.parties].flatMap(([key, { zh }]) => [`  ${key}:`, '    name:', `    title: ${scalar(zh)}`]),
    'terms:',
    ...terms.map(({ name }) => `  ${name}:`),
    'readings:',
    ...[...declared.readings.keys()].map((name) => `  ${name}:`),
    'amendments:',
    'coverage:',
    'determinations:',
    '',
  ].join('\n');
}

/**
 * The same without the keys that nobody has filled in; their lines are left empty, so that places stay what they were.
 * What a contract must have stays, be it empty: then it is found to be missing where it belongs.
 */
export function withoutEmpty(text: string, { declared }: Rulebook): string {
  const yaml = new YamlText(text);
  const lines = text.split('\n');
  const isEmpty = (path: Path): boolean => yaml.pair(path) !== undefined && yaml.node(path) === undefined;
  const drop = (path: Path): void => {
    const line = new Lines('', text).place(yaml.startOf(path)).line - 1;
    lines[line] = '';
  };
  for (const { name, optional } of declared.terms.values()) if (optional && isEmpty([0, 'terms', name])) drop([0, 'terms', name]);
  const readings = [...declared.readings.keys()].map((name): Path => [0, 'readings', name]);
  for (const path of readings) if (isEmpty(path)) drop(path);
  if (readings.every(isEmpty)) drop([0, 'readings']);
  for (const part of PARTS) if (isEmpty([0, part])) drop([0, part]);
  return lines.join('\n');
}

/** Lines that are left empty, taken out. */
export const compact = (text: string): string => text.replaceAll(/\n{2,}/g, '\n');
