/** `heyue new`. */
import type { Command } from 'commander';
import { Questions } from './ask.js';
import { langOf, type CommandIo } from './io.js';
import { situation, type CaseOptions } from './new/case.js';
import { contract, type ContractOptions } from './new/contract.js';
import type { Common, Desk } from './new/desk.js';
import { KINDS, rule, type RuleOptions } from './new/rule.js';
import { rulebook, type RulebookOptions } from './new/rulebook.js';
import { withProblems } from './problems.js';

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
    .option('--from <agreement>', '从协议的文本读出各项：txt、docx、pdf / reads its values from the text of an agreement')
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
