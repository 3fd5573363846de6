/** The command line: which commands there are, and how they end. */
import { Command, CommanderError } from 'commander';
import { maskText } from '../masking/mask.js';
import { PROGRAM } from '../report/program.js';
import { registerAudit } from './audit.js';
import { registerCalendar } from './calendar.js';
import { registerCheck } from './check.js';
import { registerDeadline } from './deadline.js';
import { registerDiff } from './diff.js';
import { registerDue } from './due.js';
import { registerExplain } from './explain.js';
import { registerExport } from './export.js';
import { registerImport } from './import.js';
import type { CommandIo } from './io.js';
import { registerLint } from './lint.js';
import { registerNew } from './new.js';
import { registerTest } from './test.js';
import { languageAsked, refuseOtherLanguages, sayWrongCall } from './wrong-call.js';

/** Runs a command line; resolves to the exit code. Exit 2: the call is wrong; 70: the program failed. */
export async function main(args: readonly string[], io: Omit<CommandIo, 'exit'>): Promise<number> {
  let code = 0;
  const withExit: CommandIo = {
    ...io,
    // Errors, logs and progress: whatever they quote.
    err: (text) => io.err(maskText(text)),
    exit: (ended) => {
      code = ended;
    },
  };
  const program = new Command(PROGRAM.name)
    .description('合约：核对合同是否得到履行 / checks whether a contract is being kept')
    .version(PROGRAM.version)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: (text) => withExit.err(text),
      outputError: (message, write) => {
        write(sayWrongCall(message, languageAsked(args)));
      },
    });
  refuseOtherLanguages(program);
  // Reports come masked; what else tells of contracts and agreements is masked as it is written.
  const masking: CommandIo = { ...withExit, out: (text) => io.out(maskText(text)) };
  registerCheck(program, withExit);
  registerDiff(program, masking);
  registerDue(program, withExit);
  registerExplain(program, masking);
  registerTest(program, masking);
  registerLint(program, masking);
  registerNew(program, masking);
  registerExport(program, withExit);
  registerImport(program, withExit);
  registerDeadline(program, withExit);
  registerCalendar(program, withExit);
  registerAudit(program, withExit);
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    withExit.err(`heyue: ${error instanceof Error ? error.message : String(error)}\n`);
    return 70;
  }
}
