import type { Fault } from './fault.js';
import type { Limits } from './limits.js';

// What is said when a file exceeds a limit, in YAML and JSON alike.

export function tooManyNodes(at: number, limits: Limits): Fault {
  return {
    code: 'too-many-nodes',
    at,
    message: { zh: `内容超过 ${limits.nodes} 项（展开别名后）`, en: `more than ${limits.nodes} values (with aliases expanded)` },
    repair: { zh: '拆成几个文件', en: 'the content split into several files' },
  };
}

export function tooDeep(at: number, limits: Limits): Fault {
  return {
    code: 'too-deep',
    at,
    message: { zh: `嵌套超过 ${limits.levels} 层`, en: `nested more than ${limits.levels} levels deep` },
    repair: { zh: `最多 ${limits.levels} 层`, en: `at most ${limits.levels} levels` },
  };
}

export function tooManyKeys(at: number, keys: number, limits: Limits): Fault {
  return {
    code: 'too-many-keys',
    at,
    message: { zh: `一个映射里有 ${keys} 个键`, en: `${keys} keys in one mapping` },
    repair: { zh: `最多 ${limits.keys} 个`, en: `at most ${limits.keys}` },
  };
}

export function tooLong(at: number, limits: Limits): Fault {
  return {
    code: 'scalar-too-long',
    at,
    message: { zh: `一段文字超过 ${limits.scalar / 1024} KiB`, en: `a text of more than ${limits.scalar / 1024} KiB` },
    repair: { zh: `最多 ${limits.scalar / 1024} KiB`, en: `at most ${limits.scalar / 1024} KiB` },
  };
}
