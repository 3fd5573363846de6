/** `heyue new case`. */
import { withCase } from '../../scaffold/case.js';
import { notAmong, wrongId } from '../../scaffold/names.js';
import type { ContractFile } from '../../schema-types/contract.js';
import { loadCalendar } from '../../store/calendar-files.js';
import { loadWithCases } from '../../store/cases.js';
import { textsIn, writeTexts } from '../../store/rulebook-texts.js';
import { CallError } from '../problems.js';
import { trialWith } from '../trial.js';
import { ID, RULEBOOK, styleOf, told, type Common, type Desk } from './desk.js';

export interface CaseOptions extends Common {
  readonly rulebook?: string;
  readonly rule?: string;
  readonly title?: string;
  readonly file?: string;
}

/** Writes it; what is missing is asked for. */
export async function situation(given: string | undefined, options: CaseOptions, { io, lang, questions }: Desk): Promise<void> {
  questions.require([
    ['<id>', given],
    ['--rulebook', options.rulebook],
    ['--rule', options.rule],
  ]);
  const folder = await questions.answer(RULEBOOK, options.rulebook);
  const { rulebook: linked, base } = loadWithCases(folder);
  const rules = linked.rules.map((one) => one.id);
  const exemptions = linked.exemptions.map((one) => one.id);
  const asked = await questions.answer(
    {
      flag: '--rule',
      ask: { zh: '规则', en: 'rule' },
      wrong: (answer) =>
        exemptions.includes(answer)
          ? {
              zh: `“${answer}”是免责，自己没有结论；写受它保护的规则`,
              en: `“${answer}” is an exemption and finds nothing: name a rule that it defends`,
            }
          : notAmong({ zh: '规则', en: 'rule' }, answer, rules),
    },
    options.rule,
  );
  const taken = linked.examples.filter((one) => one.rule === asked).map(({ example }) => example.id);
  const id = await questions.answer(
    {
      ...ID,
      wrong: (answer) =>
        wrongId(answer) ??
        (taken.includes(answer)
          ? { zh: `规则“${asked}”已有用例“${answer}”；换一个编号`, en: `“${asked}” has a case “${answer}” already: choose another id` }
          : undefined),
    },
    given,
  );
  const title = await questions.answer({ flag: '--title', ask: { zh: '说的是什么', en: 'what it is about' }, usual: id }, options.title);
  const before = textsIn(folder);
  const file = options.file === undefined ? null : caseFile(options.file);
  const after = await withCase(
    before,
    { id, title, rule: asked, file },
    base.value as ContractFile,
    trialWith(loadCalendar([])),
    styleOf(folder, lang),
  );
  told(folder, writeTexts(folder, before, after), io, lang);
}

function caseFile(given: string): string {
  const name = /\.ya?ml$/.test(given) ? given : `${given}.yaml`;
  if (name === 'base.yaml' || /[\\/]/.test(name))
    throw new CallError({
      zh: `--file 写 cases/ 里的文件名，base.yaml 除外：${given}`,
      en: `--file is a file’s name in cases/, not base.yaml: ${given}`,
    });
  return name;
}
