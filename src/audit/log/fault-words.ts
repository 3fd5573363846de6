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
      return fault.torn === true ? sayCutWithin(entry, fault.head) : sayCut(entry, fault.head);
    case 'other':
      return sayOther(entry, fault.since + 1);
    case 'empty':
      return { zh: '没有记录，是空文件', en: 'it has no entry: the file is empty' };
    case 'unknown-head':
      return {
        zh: `没有一条的摘要是另行保存的那一个：记录被改写，或者第${entry}条起的末尾被删`,
        en: `no entry has the hash that was kept apart: entries were rewritten, or the end was removed from entry ${entry} on`,
      };
    case 'no-beginning':
      return { zh: `第${entry}条不是日志应有的开头`, en: `entry ${entry} is not how a log begins` };
  }
}

const sayCut = (from: number, to: number): Text => ({
  zh: `缺${entriesZh(from, to)}：末尾被删，或者这是一份较早的日志`,
  en: `${entriesEn(from, to)} missing: the end was removed, or this is an older log`,
});

/** By the head it was written to its end: no stop in writing did this. */
const sayCutWithin = (entry: number, head: number): Text => ({
  zh: `第${entry}条只剩一部分${head > entry ? `，缺${entriesZh(entry + 1, head)}` : ''}：按另行保存的摘要，第${head}条写完过，是文件后来被截短`,
  en: `only a part of entry ${entry} is left${head > entry ? `, and ${entriesEn(entry + 1, head)} missing` : ''}: by the head that was kept entry ${head} was written to its end, so the file was cut afterwards`,
});

function sayOther(entry: number, from: number): Text {
  const isOne = entry === from;
  return {
    zh: `第${entry}条不是另行保存的摘要所指的那一条：${isOne ? '它被改动，重新写过' : `${entriesZh(from, entry)}中有改动，其后重新写过`}`,
    en: `entry ${entry} is another than the head names: ${isOne ? 'it was written anew' : `of entries ${from} to ${entry} one was changed, and all after it were written anew`}`,
  };
}

const entriesZh = (from: number, to: number): string => (from === to ? `第${from}条` : `第${from}条至第${to}条`);
const entriesEn = (from: number, to: number): string => (from === to ? `entry ${from} is` : `entries ${from} to ${to} are`);

/** What to do about it. */
export function repairOf(fault: LogFault): Text {
  if (fault.kind === 'torn')
    return { zh: '下一次带 --log 的核对会修复它，并记下修复', en: 'the next check with --log mends it, and says so in the log' };
  const standing = fault.kind === 'other' ? fault.since : fault.entry - 1;
  // Nobody can say from where on it was written anew.
  if (standing === 0 || fault.kind === 'unknown-head') return { zh: '用备份比对', en: 'compare with a copy kept elsewhere' };
  return fault.kind === 'other'
    ? {
        zh: `用备份比对；${entriesZh(1, standing)}仍然可信`,
        en: `compare with a copy kept elsewhere; ${standing === 1 ? 'entry 1 stands' : `entries 1 to ${standing} stand`}`,
      }
    : { zh: '用备份比对；其前的各条仍然可信', en: 'compare with a copy kept elsewhere; the entries before it stand' };
}
