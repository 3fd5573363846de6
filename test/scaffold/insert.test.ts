/** What is added to a YAML text stands where it belongs; every line that was there is there still. */
import { describe, expect, test } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';
import { addExample, addFacts, addItem, addUnder, type Item } from '../../src/scaffold/insert.js';

const ITEM: Item = { lines: ['- id: new', '  events: []'], inline: '{ id: new, events: [] }' };
const ENTRY = { key: 'added', value: '{ says: 新 }', note: '说明' };

describe('facts', () => {
  test.each([
    ['an empty one', '# 说明\n{}\n', '# 说明\n\n# 一\nadded: { says: 新 }   # 说明\n'],
    ['in block style', 'a: { says: 甲 }  # 注\n', 'a: { says: 甲 }  # 注\n\n# 一\nadded: { says: 新 }   # 说明\n'],
    ['with a comment at its end', 'a: 1\n# 完\n', 'a: 1\n\n# 一\nadded: { says: 新 }   # 说明\n# 完\n'],
    ['without a last line end', 'a: 1', 'a: 1\n\n# 一\nadded: { says: 新 }   # 说明\n'],
    ['in one line', '{ a: 1 }\n', '{ a: 1, added: { says: 新 } }\n'],
  ])('%s', (_name, text, wanted) => {
    expect(addFacts(text, [ENTRY], '一')).toBe(wanted);
    expect(parse(wanted)).toMatchObject({ added: { says: '新' } });
  });
});

describe('under a key', () => {
  test.each([
    ['nothing yet', 'events: {}\nclauses: [一]\n', 'events:\n  added: { says: 新 }   # 说明\nclauses: [一]\n'],
    ['no such key', 'clauses: [一]\n', 'clauses: [一]\nevents:\n  added: { says: 新 }   # 说明\n'],
    [
      'in block style, indented by four',
      'events:\n    a:\n        says: 甲\n        data: {}   # 注\n\nclauses: [一]\n',
      'events:\n    a:\n        says: 甲\n        data: {}   # 注\n    added: { says: 新 }   # 说明\n\nclauses: [一]\n',
    ],
    ['in one line', 'events: { a: 1 }   # 注\n', 'events: { a: 1, added: { says: 新 } }   # 注\n'],
    ['in lines of brackets', 'events: {\n    a: 1,   # 注\n  }\n', 'events: {\n    a: 1, added: { says: 新 },   # 注\n  }\n'],
  ])('%s', (_name, text, wanted) => {
    const added = addUnder(text, 'events', [ENTRY]);
    expect(added).toBe(wanted);
    expect(parse(added)).toMatchObject({ events: { added: { says: '新' } } });
  });
});

describe('a list', () => {
  test.each([
    [
      'in block style',
      '- id: a\n  events:\n    - { id: e1 }   # 注\n',
      '- id: a\n  events:\n    - { id: e1 }   # 注\n- id: new\n  events: []\n',
    ],
    ['a header alone', '# 说明\n', '# 说明\n- id: new\n  events: []\n'],
    ['in one line', '[{ id: a }]\n', '[{ id: a }, { id: new, events: [] }]\n'],
  ])('%s', (_name, text, wanted) => {
    expect(addItem(text, ITEM)).toBe(wanted);
  });
});

describe('examples', () => {
  test.each([
    ['none yet', 'rule: a\nwhy: |\n  甲\n  乙\n', 'rule: a\nwhy: |\n  甲\n  乙\nexamples:\n  - id: new\n    events: []\n'],
    [
      'in block style',
      'rule: a\nexamples:\n- id: b\n  events: []\n',
      'rule: a\nexamples:\n- id: b\n  events: []\n- id: new\n  events: []\n',
    ],
    ['in one line', 'rule: a\nexamples: []\n', 'rule: a\nexamples: [ { id: new, events: [] } ]\n'],
    [
      'of the first of two rules',
      'rule: a\nexamples:\n  - id: b   # 注\n---\nrule: c\n',
      'rule: a\nexamples:\n  - id: b   # 注\n  - id: new\n    events: []\n---\nrule: c\n',
    ],
  ])('%s', (_name, text, wanted) => {
    expect(addExample(text, 'a', ITEM)).toBe(wanted);
    expect(parseAllDocuments(wanted)[0]?.errors).toEqual([]);
  });

  test('of a rule that is not there', () => {
    expect(addExample('rule: a\n', 'b', ITEM)).toBeUndefined();
  });
});
