/** Terms that the cases' contract must have from now on, and has not: no case can run before it has. */
import type { Text } from '../input/problem.js';
import { isRecord } from '../input/written.js';
import { parseDocuments } from '../input/yaml.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import { writtenOf, type Texts } from '../scaffold/texts.js';
import { BASE } from './base.js';

/** @param before the files before they were changed: what was lacking then is nothing new */
export function lackingInBase(texts: Texts, before: Texts): readonly Text[] {
  const old = new Set(namesIn(before));
  return requiredIn(texts).flatMap(({ name, says }): readonly Text[] =>
    old.has(name)
      ? []
      : [
          {
            zh: `“用例合同”没有新的条款参数“${says.zh}”（${name}）：所有用例都要等它写上才能运行；在“用例合同”加一行（类别 条款参数 terms，名称 ${name}）`,
            en: `the cases’ contract (${BASE}) lacks the new term ${name} (${says.en}): no case can run before it has a row in “用例合同”`,
          },
        ],
  );
}

const namesIn = (texts: Texts): readonly string[] => requiredIn(texts).map(({ name }) => name);

/** Terms that a contract has to write, and the one of the cases does not. */
function requiredIn(texts: Texts): readonly { readonly name: string; readonly says: Text }[] {
  const [base] = parseDocuments(BASE, new TextEncoder().encode(texts.get(BASE) ?? '')).documents;
  if (base === undefined) return [];
  const terms = isRecord(base.value) && isRecord(base.value.terms) ? base.value.terms : {};
  const { declared } = linkRulebook(writtenOf(texts));
  const ofReadings = new Set([...declared.readings.values()].map(({ within }) => within?.as));
  return [...declared.terms.values()].filter(
    ({ name, statute, optional, default: usual }) =>
      !statute && !optional && usual === undefined && !ofReadings.has(name) && !Object.hasOwn(terms, name),
  );
}
