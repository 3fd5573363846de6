/** `heyue new`. */
import { basename, dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Text } from '../input/problem.js';
import { linkRulebook } from '../rulebook/read-rulebook.js';
import type { RuleKind } from '../rulebook/rule.js';
import { withCase } from '../scaffold/case.js';
import { newContract } from '../scaffold/contract.js';
import { clauseFile, notAmong, wrongId, wrongKey } from '../scaffold/names.js';
import { withRule } from '../scaffold/rule.js';
import { newRulebook } from '../scaffold/rulebook.js';
import { writtenOf, type Style } from '../scaffold/texts.js';
import type { ContractFile } from '../schema-types/contract.js';
import { loadCalendar } from '../store/calendar-files.js';
import { loadWithCases } from '../store/cases.js';
import { namesIn, writeFile } from '../store/files.js';
import { mustBeFree, textsIn, writeTexts } from '../store/rulebook-texts.js';
import { loadRulebook } from '../store/rulebooks.js';
import { schemaAddress } from '../store/schemas.js';
import { Questions } from './ask.js';
import { langOf, type CommandIo, type Lang } from './io.js';
import { CallError, withProblems } from './problems.js';
import { rulebookFolders } from './rulebook-folders.js';
import { trialWith } from './trial.js';

interface Common {
  readonly lang: string;
}

/** What every one of them has at hand. */
interface Desk {
  readonly io: CommandIo;
  readonly lang: Lang;
  readonly questions: Questions;
}

const KINDS: Readonly<Record<RuleKind, Text>> = {
  duty: { zh: '义务', en: 'duty' },
  prohibition: { zh: '禁止', en: 'prohibition' },
  right: { zh: '权利', en: 'right' },
  limit: { zh: '上限', en: 'limit' },
  check: { zh: '核对', en: 'check' },
  exemption: { zh: '免责', en: 'exemption' },
};

/** Adds `heyue new`. */
export function registerNew(program: Command, io: CommandIo): void {
  const all = program.command('new').description('新建规则库、规则、合同或用例 / scaffolds a rulebook, rule, contract or case');
  const run = async (options: Common, work: (desk: Desk) => Promise<void>): Promise<void> => {
    const lang = langOf(options.lang);
    const questions = new Questions(io, lang);
    const code = await withProblems(io, lang, async () => {
      try {
        await work({ io, lang, questions });
        return 0;
      } finally {
        questions.close();
      }
    });
    io.exit(code);
  };
  const lang = ['--lang <lang>', 'zh, en', 'zh'] as const;

  all
    .command('rulebook')
    .description('一个规则库，立即可用 / a rulebook, valid at once')
    .argument('[id]', '标识，如 goods-storage / its id')
    .option('--title <title>', '标题 / its title')
    .option('--party <key=title...>', '当事人，如 buyer=买方 / parties')
    .option('--clauses <numbers>', '合同的条款号，以逗号分开 / clause numbers, with commas between')
    .option('--in <dir>', '建在哪个文件夹里 / the folder above it', '.')
    .option(...lang)
    .action((id: string | undefined, options: RulebookOptions) => run(options, (desk) => rulebook(id, options, desk)));
  all
    .command('rule')
    .description('规则库里的一条规则 / a rule in a rulebook')
    .argument('[id]', '标识，如 late-payment / its id')
    .option('--rulebook <folder>', '规则库的文件夹 / the rulebook’s folder')
    .option('--clause <number>', '条款号 / a clause number')
    .option('--kind <kind>', Object.keys(KINDS).join(', '))
    .option('--title <title>', '标题 / its title')
    .option('--bearer <party>', '义务人，或免责所保护的一方 / who is bound, or excused')
    .option('--holder <party>', '权利人 / who has the right')
    .option('--event <type>', '记载它的事件类型，可以是已有的 / the event type that tells of it')
    .option(...lang)
    .action((id: string | undefined, options: RuleOptions) => run(options, (desk) => rule(id, options, desk)));
  all
    .command('contract')
    .description('一份合同，待填写 / a contract to be filled in')
    .argument('[id]', '合同编号 / its number')
    .option('--rulebook <folder or id>', '规则库 / the rulebook')
    .option('--title <title>', '合同名称 / its title')
    .option('--out <file>', '写入哪个文件，缺省为 <编号>.yaml / the file to write')
    .option('--rulebooks <dir>', '规则库所在的文件夹 / a folder of rulebooks')
    .option(...lang)
    .action((id: string | undefined, options: ContractOptions) => run(options, (desk) => contract(id, options, desk)));
  all
    .command('case')
    .description('规则的一个用例 / a case of a rule')
    .argument('[id]', '编号，如 one-day-late / its id')
    .option('--rulebook <folder>', '规则库的文件夹 / the rulebook’s folder')
    .option('--rule <rule>', '规则 / the rule')
    .option('--title <title>', '说的是什么 / what it is about')
    .option('--file <name>', '写进 cases/ 的哪个文件；不写则写进规则的 examples / a file of cases/, not the rule’s own examples')
    .option(...lang)
    .action((id: string | undefined, options: CaseOptions) => run(options, (desk) => situation(id, options, desk)));
}

interface RulebookOptions extends Common {
  readonly title?: string;
  readonly party?: readonly string[];
  readonly clauses?: string;
  readonly in: string;
}

const ID = { flag: '<id>', ask: { zh: '标识（小写字母、数字和连字符）', en: 'id (a-z, digits, hyphens)' }, wrong: wrongId };

async function rulebook(given: string | undefined, options: RulebookOptions, { io, lang, questions }: Desk): Promise<void> {
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

interface RuleOptions extends Common {
  readonly rulebook?: string;
  readonly clause?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly bearer?: string;
  readonly holder?: string;
  readonly event?: string;
}

const RULEBOOK = {
  flag: '--rulebook',
  ask: { zh: '规则库的文件夹', en: 'the rulebook’s folder' },
  wrong: (folder: string) =>
    namesIn(folder).includes('rulebook.yaml')
      ? undefined
      : {
          zh: `“${folder}”里没有 rulebook.yaml；写规则库自己的文件夹`,
          en: `there is no rulebook.yaml in “${folder}”: give the rulebook’s own folder`,
        },
};

async function rule(given: string | undefined, options: RuleOptions, { io, lang, questions }: Desk): Promise<void> {
  questions.require([
    ['<id>', given],
    ['--rulebook', options.rulebook],
    ['--clause', options.clause],
    ['--kind', options.kind],
  ]);
  const folder = await questions.answer(RULEBOOK, options.rulebook);
  const { rulebook: linked, base } = loadWithCases(folder);
  const { declared } = linked;
  const taken = [...linked.rules, ...linked.exemptions].map((one) => one.id);
  const id = await questions.answer({ ...ID, wrong: (answer) => wrongId(answer) ?? twice(answer, taken) }, given);
  const clause = await questions.answer(
    {
      flag: '--clause',
      ask: { zh: '条款号', en: 'clause number' },
      wrong: (answer) => notAmong({ zh: '条款', en: 'clause' }, answer, declared.clauses),
    },
    options.clause,
  );
  const kind = (await questions.answer(
    {
      flag: '--kind',
      ask: {
        zh: `种类（${Object.entries(KINDS)
          .map(([key, { zh }]) => `${key} ${zh}`)
          .join('、')}）`,
        en: `kind (${Object.keys(KINDS).join(', ')})`,
      },
      wrong: (answer) => notAmong({ zh: '种类', en: 'kind' }, answer, Object.keys(KINDS)),
    },
    options.kind,
  )) as RuleKind;
  const title = await questions.answer({ flag: '--title', ask: { zh: '标题', en: 'title' }, usual: id }, options.title);
  const party = await partyFor(kind, options, [...declared.parties.keys()], questions);
  const before = textsIn(folder);
  if (before.has(clauseFile(clause, id))) mustBeFree(join(folder, clauseFile(clause, id)));
  const asked = { id, clause, kind, title, party, event: options.event ?? null };
  const after = await withRule(before, asked, base.value as ContractFile, trialWith(loadCalendar([])), styleOf(folder, lang));
  linkRulebook(writtenOf(after));
  told(folder, writeTexts(folder, before, after), io, lang);
}

const twice = (id: string, taken: readonly string[]): Text | undefined =>
  taken.includes(id) ? { zh: `已有规则“${id}”；换一个标识`, en: `there is a rule “${id}” already: choose another id` } : undefined;

/** Who is bound, has the right or is excused; limits and checks are nobody's. */
async function partyFor(kind: RuleKind, options: RuleOptions, parties: readonly string[], questions: Questions): Promise<string> {
  const [first = 'both'] = parties;
  if (kind === 'limit' || kind === 'check') return first;
  const [flag, other] = kind === 'right' ? (['--holder', '--bearer'] as const) : (['--bearer', '--holder'] as const);
  const given = kind === 'right' ? options.holder : options.bearer;
  if (given === undefined && (kind === 'right' ? options.bearer : options.holder) !== undefined)
    throw new CallError({ zh: `${kind}（${KINDS[kind].zh}）用 ${flag}，不用 ${other}`, en: `a ${kind} takes ${flag}, not ${other}` });
  const ask =
    kind === 'right'
      ? { zh: '权利人', en: 'holder' }
      : kind === 'exemption'
        ? { zh: '保护哪一方', en: 'whom it excuses' }
        : { zh: '义务人', en: 'bearer' };
  const wrong = (answer: string): Text | undefined => notAmong({ zh: '当事人', en: 'party' }, answer, [...parties, 'both']);
  return questions.answer({ flag, ask, usual: first, wrong }, given);
}

interface ContractOptions extends Common {
  readonly rulebook?: string;
  readonly title?: string;
  readonly out?: string;
  readonly rulebooks?: string;
}

async function contract(given: string | undefined, options: ContractOptions, { io, lang, questions }: Desk): Promise<void> {
  questions.require([
    ['<id>', given],
    ['--rulebook', options.rulebook],
  ]);
  const id = await questions.answer({ flag: '<id>', ask: { zh: '合同编号', en: 'the contract’s number' }, wrong: wrongNumber }, given);
  const asked = await questions.answer(
    { flag: '--rulebook', ask: { zh: '规则库的标识或文件夹', en: 'the rulebook: its id or folder' } },
    options.rulebook,
  );
  const [folder = asked] = rulebookFolders([asked], options.rulebooks);
  const out = options.out ?? `${id.replace(/[\\/:*?"<>|\s]/g, '-')}.yaml`;
  mustBeFree(out);
  const { text, open } = newContract(
    { id, title: options.title ?? null, rulebook: loadRulebook(folder), file: basename(out) },
    styleOf(dirname(out), lang),
  );
  writeFile(out, text);
  told(dirname(out), [basename(out)], io, lang);
  io.out(
    lang === 'zh'
      ? `填好以下 ${open.length} 项之前，heyue check 不接受它：\n`
      : `heyue check refuses it until these ${open.length} are filled in:\n`,
  );
  for (const { key, says } of open) io.out(lang === 'zh' ? `  ${key}（${says.zh}）\n` : `  ${key} (${says.en})\n`);
}

interface CaseOptions extends Common {
  readonly rulebook?: string;
  readonly rule?: string;
  readonly title?: string;
  readonly file?: string;
}

async function situation(given: string | undefined, options: CaseOptions, { io, lang, questions }: Desk): Promise<void> {
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

const wrongNumber = (id: string): Text | undefined =>
  id.length >= 1 && id.length <= 120 && !/\p{Cc}/u.test(id)
    ? undefined
    : { zh: '合同编号应为 1 至 120 个字符', en: 'a contract’s number has 1 to 120 characters' };

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

const styleOf = (folder: string, lang: Lang): Style => ({ lang, schema: (name, file) => schemaAddress(resolve(folder, file), name) });

/** Says which files were written. */
function told(folder: string, names: readonly string[], io: CommandIo, lang: Lang): void {
  for (const name of names) io.out(`${lang === 'zh' ? '写入' : 'written'} ${join(folder, name)}\n`);
}
