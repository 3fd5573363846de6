/** `heyue new contract`. */
import { basename, dirname } from 'node:path';
import type { Text } from '../../input/problem.js';
import { draftFrom } from '../../fidelity/draft.js';
import { newContract, type ReadBefore } from '../../scaffold/contract.js';
import { loadAgreement } from '../../store/agreement-files.js';
import { writeFile } from '../../store/files.js';
import { mustBeFree } from '../../store/rulebook-texts.js';
import { loadRulebook } from '../../store/rulebooks.js';
import { rulebookFolders } from '../rulebook-folders.js';
import { styleOf, told, type Common, type Desk } from './desk.js';

export interface ContractOptions extends Common {
  readonly rulebook?: string;
  readonly title?: string;
  readonly out?: string;
  readonly rulebooks?: string;
  readonly from?: string;
}

/** Writes it, and says what is to be filled in; what is missing is asked for. */
export async function contract(given: string | undefined, options: ContractOptions, { io, lang, questions }: Desk): Promise<void> {
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
  const rulebook = loadRulebook(folder);
  const draft = options.from === undefined ? undefined : draftFrom(await loadAgreement(options.from), rulebook);
  const read: ReadBefore | undefined = draft && { ...draft, agreement: basename(options.from ?? '') };
  const { text, open } = newContract(
    { id, title: options.title ?? null, rulebook, file: basename(out), ...(read && { read }) },
    styleOf(dirname(out), lang),
  );
  writeFile(out, text);
  told(dirname(out), [basename(out)], io, lang);
  if (draft !== undefined) {
    const { found, of, missing } = draft.clauses;
    io.out(
      lang === 'zh'
        ? `从文本读出 ${draft.values.size} 项（规则库的 ${of} 个条款中找到 ${found} 个${missing.length === 0 ? '' : `，没有找到 ${missing.join('、')}`}）；每一项的出处写在它后面，请核对\n`
        : `${draft.values.size} read from the text, in which ${found} of the ${of} clauses of the rulebook were found${missing.length === 0 ? '' : ` (not ${missing.join(', ')})`}; each has its place behind it: check them\n`,
    );
  }
  if (open.length === 0) return;
  io.out(
    lang === 'zh'
      ? `填好以下 ${open.length} 项之前，heyue check 不接受它：\n`
      : `heyue check refuses it until these ${open.length} are filled in:\n`,
  );
  for (const { key, says, why } of open)
    io.out(
      lang === 'zh'
        ? `  ${key}（${says.zh}）${why === undefined ? '' : `：${why.zh}`}\n`
        : `  ${key} (${says.en})${why === undefined ? '' : `: ${why.en}`}\n`,
    );
}

const wrongNumber = (id: string): Text | undefined =>
  id.length >= 1 && id.length <= 120 && !/\p{Cc}/u.test(id)
    ? undefined
    : { zh: '合同编号应为 1 至 120 个字符', en: 'a contract’s number has 1 to 120 characters' };
