import type { ErrorCode, YAMLError } from 'yaml';
import type { Fault } from './fault.js';
import type { Text } from './problem.js';
import { missingBlank, missingColon, signForOperator } from './yaml-blanks.js';
import { deeperThan, strayDash, wrongIndent } from './yaml-indent.js';

interface Words {
  readonly message: Text;
  readonly repair?: Text;
}

/** What is known of the text beside the error. */
interface Around {
  /** Where unclosed quotes begin, by where they end. */
  readonly opened: ReadonlyMap<number, number>;
  /** Where brackets and braces stand that nothing closes. */
  readonly unclosed: readonly number[];
  readonly text: string;
}

/** An error of the library in our words; undefined where one of our own checks has already spoken. */
export function syntaxFault(error: YAMLError, { opened, unclosed, text }: Around): Fault | undefined {
  const words = WORDS[error.code];
  if (words === undefined) return undefined;
  const quote = error.code === 'MISSING_CHAR' ? opened.get(error.pos[0]) : undefined;
  if (quote !== undefined) return { code: 'bad-syntax', at: quote, ...UNCLOSED };
  const bracket = OF_BRACKETS.has(error.code) ? unclosed.findLast((at) => at < error.pos[0]) : undefined;
  if (bracket !== undefined) return { code: 'bad-syntax', at: bracket, ...unclosedBracket(text.charAt(bracket)) };
  const colon = OF_COLON.has(error.code) ? missingColon(text, error.pos[0]) : undefined;
  const plain = signForOperator(text, error.pos[0]) ?? missingBlank(text, error.pos[0]) ?? colon;
  if (plain !== undefined) return { code: 'bad-syntax', ...plain };
  const isIndent = OF_INDENT.has(error.code);
  const dash = isIndent ? strayDash(text, error.pos[0]) : undefined;
  if (dash !== undefined) return { code: 'bad-syntax', ...dash };
  const indent = isIndent ? wrongIndent(text, error.pos[0]) : undefined;
  const deeper = isIndent && indent === undefined ? deeperThan(text, error.pos[0]) : undefined;
  return { code: 'bad-syntax', at: error.pos[0], ...(deeper ?? indent ?? words) };
}

/** What the library says of a bracket that is never closed, or of what follows it. */
const OF_BRACKETS: ReadonlySet<ErrorCode> = new Set(['BAD_INDENT', 'MISSING_CHAR', 'UNEXPECTED_TOKEN', 'BLOCK_IN_FLOW']);

/** What the library says of a line that should be a key and its value. */
const OF_COLON: ReadonlySet<ErrorCode> = new Set(['MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY', 'UNEXPECTED_TOKEN']);

/** What the library says of a line that is not aligned with those of its level. */
const OF_INDENT: ReadonlySet<ErrorCode> = new Set(['BAD_INDENT', 'MISSING_CHAR', 'BLOCK_AS_IMPLICIT_KEY']);

function unclosedBracket(sign: string): Words {
  const pair = sign === '[' ? ']' : '}';
  return {
    message: { zh: `从这里开始的“${sign}”没有“${pair}”与它成对`, en: `the “${sign}” that opens here has no “${pair}”` },
    repair: { zh: `在末尾补上“${pair}”`, en: `“${pair}” at its end` },
  };
}

const UNCLOSED: Words = {
  message: { zh: '从这里开始的引号没有结束', en: 'the quote that opens here is never closed' },
  repair: { zh: '文字用一对引号括住', en: 'a pair of quotes around the text' },
};

function words(zh: string, en: string, repairZh?: string, repairEn?: string): Words {
  return repairZh === undefined || repairEn === undefined
    ? { message: { zh, en } }
    : { message: { zh, en }, repair: { zh: repairZh, en: repairEn } };
}

const WORDS: Readonly<Record<ErrorCode, Words | undefined>> = {
  ALIAS_PROPS: words('别名（*名称）上不能再加锚点或标签', 'an alias (*name) takes no anchor and no tag', '只写 *名称', '*name alone'),
  BAD_ALIAS: words(
    '别名（*名称）写得不对',
    'an alias (*name) that cannot be read',
    '以 * 或 & 开头的文字要加引号',
    'quotes around a text that begins with * or &',
  ),
  BAD_DIRECTIVE: undefined, // yaml-directive
  BAD_DQ_ESCAPE: words(
    '双引号里的反斜杠（\\）用法不对',
    'a backslash in double quotes that means nothing',
    '反斜杠写成 \\\\，或改用单引号',
    'two backslashes, or single quotes',
  ),
  BAD_INDENT: words('缩进不对', 'wrong indentation', '同一层的各行左边对齐，只用空格', 'lines of one level aligned, with spaces only'),
  BAD_PROP_ORDER: words(
    '锚点（&名称）或标签的位置不对',
    'an anchor (&name) or tag in the wrong position',
    '写在冒号之后、内容之前',
    'after the colon, before the content',
  ),
  BAD_SCALAR_START: words(
    '文字以特殊字符开头',
    'a text that begins with a special character',
    '给这段文字加引号',
    'quotes around the text',
  ),
  BLOCK_AS_IMPLICIT_KEY: words(
    '一行里有两个“键: 值”',
    'two "key: value" on one line',
    '分成两行；含冒号的文字要加引号',
    'two lines, or quotes around a text with a colon',
  ),
  BLOCK_IN_FLOW: words(
    '花括号或方括号里不能用缩进写法，或者各项之间少了逗号',
    'indented blocks are not possible inside braces or brackets, or a comma is missing between two entries',
    '各项之间写半角逗号和空格；或全部改成缩进写法',
    'a comma and a space between entries, or indented lines throughout',
  ),
  DUPLICATE_KEY: undefined, // duplicate-key
  IMPOSSIBLE: words('这里的 YAML 读不懂', 'YAML that cannot be understood', '对照相近的写法改正', 'written as its like elsewhere'),
  KEY_OVER_1024_CHARS: words('键太长', 'a key that is too long', '键不超过 1024 个字符', 'at most 1024 characters'),
  MISSING_CHAR: words(
    '缺少符号：引号、括号、逗号或冒号没有写全',
    'a missing quote, bracket, comma or colon',
    '补全成对的引号和括号；键后面写冒号和空格',
    'quotes and brackets in pairs; a colon and a space after a key',
  ),
  MULTILINE_IMPLICIT_KEY: words(
    '键写成了多行，或键后面缺少冒号',
    'a key over several lines, or one without its colon',
    '键写在一行里，后面写冒号和空格',
    'the key on one line, followed by a colon and a space',
  ),
  MULTIPLE_ANCHORS: words('一处有两个锚点（&名称）', 'two anchors (&name) at one place', '只留一个', 'one of them'),
  MULTIPLE_DOCS: words('有多份文档（---）', 'several documents (---)', '只留一份', 'one of them'),
  MULTIPLE_TAGS: words('一处有两个标签', 'two tags at one place', '都去掉', 'none of them'),
  NON_STRING_KEY: words('键必须是文字', 'a key must be text', '冒号前只写一个名称', 'a name before the colon'),
  RESOURCE_EXHAUSTION: words('嵌套太深', 'nested too deeply', '少几层', 'fewer levels'),
  TAB_AS_INDENT: words('用了制表符缩进', 'indented with a tab', '改用空格缩进', 'spaces'),
  TAG_RESOLVE_FAILED: undefined, // yaml-tag
  UNEXPECTED_TOKEN: words(
    '这里多出了内容，或前面少了符号',
    'something that does not belong here, or a sign missing before it',
    '检查引号、括号和缩进；含特殊字符的文字要加引号',
    'quotes, brackets and indentation in order; quotes around a text with special characters',
  ),
  BAD_COLLECTION_TYPE: words('标签与内容不符', 'a tag that does not fit its content', '去掉标签', 'no tag'),
};
