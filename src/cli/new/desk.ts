/** What every `heyue new …` has at hand. */
import { join, resolve } from 'node:path';
import { wrongId } from '../../scaffold/names.js';
import type { Style } from '../../scaffold/texts.js';
import { namesIn } from '../../store/files.js';
import { schemaAddress } from '../../store/schemas.js';
import type { Questions } from '../ask.js';
import type { CommandIo, Lang } from '../io.js';

export interface Common {
  readonly lang: string;
}

export interface Desk {
  readonly io: CommandIo;
  readonly lang: Lang;
  readonly questions: Questions;
}

export const ID = { flag: '<id>', ask: { zh: '标识（小写字母、数字和连字符）', en: 'id (a-z, digits, hyphens)' }, wrong: wrongId };

export const RULEBOOK = {
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

/** For files of this folder. */
export const styleOf = (folder: string, lang: Lang): Style => ({
  lang,
  schema: (name, file) => schemaAddress(resolve(folder, file), name),
});

/** Says which files were written. */
export function told(folder: string, names: readonly string[], io: CommandIo, lang: Lang): void {
  for (const name of names) io.out(`${lang === 'zh' ? '写入' : 'written'} ${join(folder, name)}\n`);
}
