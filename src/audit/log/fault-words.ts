/** What is wrong with a log, and what can be done. */
import type { Text } from '../../input/problem.js';
import type { LogFault } from './verify.js';

/** What is wrong, for a reader. */
export function sayFault(fault: LogFault): Text {
  const { entry } = fault;
  switch (fault.kind) {
    case 'damaged':
      return { zh: `第${entry}条不是当初写下的样子`, en: `entry ${entry} is not as it was written` };
    case 'torn':
      return {
        zh: `第${entry}条没有写完：写到一半停了，或者文件被截短`,
        en: `entry ${entry} has no end: its writing was stopped, or the file was cut`,
      };
    case 'misplaced':
      return {
        zh: `第${entry}条的位置上是第${fault.found}条：有记录被删除、插入、调换或者重放`,
        en: `entry ${fault.found} stands in the place of entry ${entry}: one was removed, inserted, swapped or repeated`,
      };
    case 'unlinked':
      return {
        zh: `第${entry}条与相邻的记录不相衔接：它被改写或者替换`,
        en: `entry ${entry} is not the one that its neighbour was written beside: it was rewritten or replaced`,
      };
    case 'cut':
      return {
        zh: `缺第${entry}条至第${fault.head}条：末尾被删，或者这是一份较早的日志`,
        en: `entries ${entry} to ${fault.head} are missing: the end was removed, or this is an older log`,
      };
    case 'other':
      return {
        zh: `第${entry}条不是另行保存的摘要所指的那一条：第${fault.since + 1}条至第${entry}条中有改动，其后重新写过`,
        en: `entry ${entry} is another than the head names: of entries ${fault.since + 1} to ${entry} one was changed, and all after it were written anew`,
      };
    case 'unknown-head':
      return {
        zh: `没有一条的摘要是另行保存的那一个：记录被改写，或者第${entry}条起的末尾被删`,
        en: `no entry has the hash that was kept apart: entries were rewritten, or the end was removed from entry ${entry} on`,
      };
    case 'no-beginning':
      return { zh: `第${entry}条不是日志应有的开头`, en: `entry ${entry} is not how a log begins` };
  }
}

/** What to do about it. */
export const repairOf = ({ kind }: LogFault): Text =>
  kind === 'torn'
    ? { zh: '下一次带 --log 的核对会修复它，并记下修复', en: 'the next check with --log mends it, and says so in the log' }
    : { zh: '用备份比对；其前的各条仍然可信', en: 'compare with a copy kept elsewhere; the entries before it stand' };
