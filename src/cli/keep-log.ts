/** `heyue check --log`. */
import { basename } from 'node:path';
import { appendToLog } from '../audit/log/append.js';
import { checkEntry } from '../audit/log/record.js';
import type { Checked } from '../check.js';
import type { Language } from '../input/problem.js';
import type { Source } from '../input/source.js';
import { counted } from '../report/counted.js';
import type { CommandIo } from './io.js';
import { now } from './today.js';

/**
 * Adds an entry for each contract that was checked; returns when the disk has them.
 * @throws InputError where the log cannot be written
 */
export async function keepLog(
  path: string,
  checked: readonly Checked[],
  { waivers, lang }: { readonly waivers: Source | null; readonly lang: Language },
  io: CommandIo,
): Promise<void> {
  const name = basename(path);
  await appendToLog(path, (salted) => checked.map((one) => checkEntry(one, waivers?.value ?? null, salted)), {
    now: io.now ?? now,
    onMended: (cut) => {
      const [zh, en] =
        cut === 0
          ? ['只缺换行，已补上', 'lacked only the end of its line, which was added']
          : [`没有写完，已截去${cut}个字节`, `was not written to its end; ${counted(cut, 'byte')} of it cut`];
      io.err(
        lang === 'zh'
          ? `${name} 的最后一条${zh}，并另记一条说明；heyue audit verify ${name} 核验全部\n`
          : `The last entry of ${name} ${en}, and an entry says so; heyue audit verify ${name} verifies all of it\n`,
      );
    },
  });
}
