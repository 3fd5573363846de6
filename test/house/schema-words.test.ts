/** The schemas tell whoever writes the files in an editor, in Chinese, what each key and each word is. */
import { describe, expect, test } from '@jest/globals';
import { MEASURES } from '../../src/measures/catalogue.js';
import { textOf } from './tree.js';

type Schema = Readonly<Record<string, unknown>>;

const NAMES = ['rule', 'facts', 'rulebook', 'contract', 'cases', 'event', 'log-entry'];
const schemaOf = (name: string): Schema => JSON.parse(textOf(`schemas/${name}.schema.json`)) as Schema;
const isRecord = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every part of a schema, with where it stands; `isProperty`: as the value of a key that a file may have. */
function* partsOf(node: unknown, at = '', isProperty = false): Generator<{ at: string; part: Schema; isProperty: boolean }> {
  if (Array.isArray(node)) for (const [index, one] of node.entries()) yield* partsOf(one, `${at}/${index}`);
  if (!isRecord(node)) return;
  yield { at, part: node, isProperty };
  for (const [key, inside] of Object.entries(node)) {
    if (key !== 'properties') yield* partsOf(inside, `${at}/${key}`);
    else for (const [name, property] of Object.entries(inside as Schema)) yield* partsOf(property, `${at}/${name}`, true);
  }
}

const isChinese = (text: unknown): boolean => typeof text === 'string' && /\p{Script=Han}/u.test(text);

describe.each(NAMES)('%s', (name) => {
  const parts = [...partsOf(schemaOf(name))];

  test('every key has a short Chinese title', () => {
    const odd = parts.filter(({ part, isProperty }) => isProperty && !(isChinese(part.title) && String(part.title).length <= 24));
    expect(odd.map(({ at }) => at)).toEqual([]);
  });

  test('every key has a Chinese description with an example', () => {
    const odd = parts.filter(
      ({ part, isProperty }) => isProperty && !(isChinese(part.description) && /如|写成/.test(String(part.description))),
    );
    expect(odd.map(({ at }) => at)).toEqual([]);
  });

  test('every word of a choice is described', () => {
    const choices = parts.filter(({ part }) => Array.isArray(part.enum));
    const odd = choices.filter(({ part }) => {
      const said = part.enumDescriptions as readonly unknown[] | undefined;
      return said?.length !== (part.enum as readonly unknown[]).length || !said.every(isChinese);
    });
    expect(odd.map(({ at }) => at)).toEqual([]);
  });
});

describe('facts', () => {
  const { additionalProperties } = schemaOf('facts') as { readonly additionalProperties: { readonly properties: Record<string, Schema> } };
  const { says, question, by, ...offered } = additionalProperties.properties;

  test('has every measure with its parameters, and no other', () => {
    expect([says, question, by].map(isRecord)).toEqual([true, true, true]);
    const words = new Set(Object.entries(MEASURES).flatMap(([key, { parameters }]) => [key, ...parameters]));
    words.delete('by');
    expect(Object.keys(offered).sort()).toEqual([...words].sort());
  });

  test('offers words and refuses nothing: that is for the linker', () => {
    const refusing = Object.entries(offered).filter(
      ([, { title, description, anyOf, ...rest }]) =>
        !isChinese(title) ||
        !isChinese(description) ||
        Object.keys(rest).length > 0 ||
        !(anyOf === undefined || (anyOf as unknown[]).some((one) => isRecord(one) && Object.keys(one).length === 0)),
    );
    expect(refusing.map(([key]) => key)).toEqual([]);
  });
});
