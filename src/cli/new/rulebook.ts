/** `heyue new rulebook`. */
import { join } from 'node:path';
import type { Text } from '../../input/problem.js';
import { wrongKey } from '../../scaffold/names.js';
import { newRulebook } from '../../scaffold/rulebook.js';
import { loadCalendar } from '../../store/calendar-files.js';
import { namesIn } from '../../store/files.js';
import { writeTexts } from '../../store/rulebook-texts.js';
import { CallError } from '../problems.js';
import { trialWith } from '../trial.js';
import { ID, styleOf, told, type Common, type Desk } from './desk.js';

export interface RulebookOptions extends Common {
  readonly title?: string;
  readonly party?: readonly string[];
  readonly clauses?: string;
  readonly in: string;
}

/** Writes it; what is missing is asked for. */
export async function rulebook(given: string | undefined, options: RulebookOptions, { io, lang, questions }: Desk): Promise<void> {
  const id = await questions.answer(ID, given);
  const title = await questions.answer({ flag: '--title', ask: { zh: '标题', en: 'title' }, usual: id }, options.title);
  const parties = await questions.answer(
    {
      flag: '--party',
      ask: { zh: '当事人，名称=称谓，以逗号分开', en: 'parties, key=title, with commas between' },
      usual: 'party-a=甲方,party-b=乙方',
      wrong: (answer) => wrongParties(partiesOf(answer)),
    },
    options.party?.join(','),
  );
  const clauses = await questions.answer(
    {
      flag: '--clauses',
      ask: { zh: '合同的条款号，以逗号分开', en: 'clause numbers, with commas between' },
      usual: '一',
      wrong: (answer) => wrongClauses(listOf(answer)),
    },
    options.clauses,
  );
  const folder = join(options.in, id);
  if (namesIn(folder).length > 0)
    throw new CallError({ zh: `${folder} 里已有文件，不会覆盖`, en: `there are files in ${folder}, which are not overwritten` });
  const style = styleOf(folder, lang);
  const texts = await newRulebook({ id, title, parties: partiesOf(parties), clauses: listOf(clauses) }, trialWith(loadCalendar([])), style);
  told(folder, writeTexts(folder, new Map(), texts), io, lang);
  io.err(lang === 'zh' ? `接着：heyue lint ${folder}，heyue test ${folder}\n` : `next: heyue lint ${folder}, heyue test ${folder}\n`);
}

const listOf = (written: string): readonly string[] =>
  written
    .split(/[,，、]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const partiesOf = (written: string): readonly (readonly [string, string])[] =>
  listOf(written).map((one) => {
    const [key = '', ...title] = one.split('=');
    return [key.trim(), title.join('=').trim() || key.trim()];
  });

function wrongParties(parties: readonly (readonly [string, string])[]): Text | undefined {
  const keys = parties.map(([key]) => key);
  if (new Set(keys).size < Math.max(2, keys.length))
    return {
      zh: '当事人至少两方，名称不重复，如 buyer=买方,seller=卖方',
      en: 'at least two parties with keys of their own, such as buyer=Buyer,seller=Seller',
    };
  return keys.map(wrongKey).find((one) => one !== undefined);
}

const wrongClauses = (clauses: readonly string[]): Text | undefined =>
  clauses.length > 0 && new Set(clauses).size === clauses.length
    ? undefined
    : { zh: '条款号至少一个，不重复，如 一.1,一.2', en: 'at least one clause number, none twice, such as 1.1,1.2' };
