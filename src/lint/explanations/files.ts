/** A file as bytes, as text, and as YAML. */
import type { Explanation } from '../check.js';

export const FILES = {
  'file-too-large': {
    title: { zh: '文件太大', en: 'a file that is too large' },
    why: {
      zh: '人写的文件有大小的上限，超过的多半不是该读的文件。',
      en: 'Files that people write have a limit; what is larger is mostly another file.',
    },
  },
  'bad-encoding': {
    title: { zh: '编码读不懂', en: 'an unknown encoding' },
    why: {
      zh: '文件应当是 UTF-8 编码；GB18030 也能读，看不出是哪一种的不猜。另存为 UTF-8 即可。',
      en: 'Files are in UTF-8; GB18030 is read too, but where it could be either nothing is guessed. Save it as UTF-8.',
    },
  },
  'odd-character': {
    title: { zh: '看不见的字符或控制字符', en: 'an invisible or control character' },
    why: {
      zh: '零宽字符、改变书写方向的字符等，能使两段看起来相同的文字其实不同，所以一律不接受；--fix 会删去它们。',
      en: 'Zero-width and bidirectional characters make two texts look alike that are not. None is accepted; --fix takes them out.',
    },
    bad: { facts: 'early: { says: 提前\u200b付款, first: paid, before: due }\n' },
    good: { facts: 'early: { says: 提前付款, first: paid, before: due }\n' },
  },
  'empty-file': {
    title: { zh: '空文件', en: 'an empty file' },
    why: { zh: '文件里没有内容；要么还没有写，要么放错了。', en: 'There is nothing in it: not yet written, or in the wrong place.' },
  },
  'unknown-format': {
    title: { zh: '认不出的文件格式', en: 'an unknown format' },
    why: { zh: '从文件名和内容都看不出是哪一种能读的格式。', en: 'Neither its name nor its content is of a format that can be read.' },
  },
  'encrypted-file': {
    title: { zh: '有密码的文件', en: 'a file with a password' },
    why: { zh: '加密的工作簿读不出内容；去掉密码另存。', en: 'An encrypted workbook cannot be read; save it without its password.' },
  },
  'bad-workbook': {
    title: { zh: '损坏或不能用的工作簿', en: 'a workbook that cannot be used' },
    why: { zh: '不是工作簿，或者已经损坏，或者含有不接受的内容。', en: 'It is no workbook, is damaged, or holds what is not accepted.' },
  },
  'bad-document': {
    title: { zh: '损坏或读不出的文档', en: 'a document that cannot be read' },
    why: {
      zh: '不是 .docx 或 PDF，或者已经损坏，或者字体没有说明它的字是什么字。换一份能打开的，或者用 .txt。',
      en: 'It is no .docx or PDF, is damaged, or its fonts do not say which characters they show. Take a copy that opens, or .txt.',
    },
  },
  'old-document': {
    title: { zh: '旧式的 Word 或 WPS 文件', en: 'an old Word or WPS file' },
    why: { zh: '.doc 和 .wps 不读；用 Word 或 WPS 另存为 .docx。', en: '.doc and .wps are not read; save the file as .docx.' },
  },
  'macro-document': {
    title: { zh: '带宏的文档', en: 'a document with macros' },
    why: {
      zh: '宏是程序，协议里不该有；heyue 不打开带宏的文件，另存为不带宏的 .docx。',
      en: 'Macros are programs, which an agreement has no need of; heyue does not open such a file. Save it as .docx without them.',
    },
  },
  'scanned-document': {
    title: { zh: '只有图片的文档', en: 'a document of pictures' },
    why: {
      zh: '扫描件里没有文字，只有文字的图片。先做文字识别（OCR），并逐字核对数字。',
      en: 'A scan holds pictures of text. Run OCR first, and proof-read the figures.',
    },
  },
  'unreadable-file': {
    title: { zh: '读不到的文件', en: 'a file that cannot be read' },
    why: {
      zh: '没有这个文件，或者没有读取的权限。规则库要有 rulebook.yaml 和 facts.yaml。',
      en: 'There is no such file, or it may not be read. A rulebook has rulebook.yaml and facts.yaml.',
    },
  },
  'bad-syntax': {
    title: { zh: 'YAML 写法不对', en: 'YAML that cannot be read' },
    why: { zh: '缩进、引号、括号或冒号有误，读不出是什么结构。', en: 'Indentation, quotes, brackets or colons are not in order.' },
    bad: { facts: 'early: { says: 提前付款, first: paid\n' },
    good: { facts: 'early: { says: 提前付款, first: paid }\n' },
  },
  'yaml-directive': {
    title: { zh: '不接受的 YAML 指令', en: 'a YAML directive' },
    why: {
      zh: '以 % 开头的指令会改变文件的读法，不接受。',
      en: 'Directives, which begin with %, change how a file is read, and are not accepted.',
    },
  },
  'yaml-tag': {
    title: { zh: '不接受的 YAML 标签', en: 'a YAML tag' },
    why: {
      zh: '以 ! 开头的标签会改变值的类型，不接受；以 ! 开头的文字要加引号。',
      en: 'Tags, which begin with !, change what a value is, and are not accepted; a text that begins so stands in quotes.',
    },
    bad: { facts: 'early: { says: !text 提前付款, first: paid }\n' },
    good: { facts: 'early: { says: 提前付款, first: paid }\n' },
  },
  'duplicate-key': {
    title: { zh: '同一个键写了两次', en: 'a key given twice' },
    why: { zh: '看不出哪一个算数，所以两个都不算。', en: 'Which of them counts cannot be told.' },
    bad: { facts: 'early: { says: 提前付款, first: paid, first: delivered }\n' },
    good: { facts: 'early: { says: 提前付款, first: paid }\n' },
  },
  'odd-key': {
    title: { zh: '不能作为键的文字', en: 'a text that cannot be a key' },
    why: { zh: '键只用汉字、拉丁字母和数字；看不见的字符、别的文字的字母不接受。', en: 'Keys are in Chinese, Latin letters and digits.' },
    bad: { facts: 'true: { says: 提前付款, first: paid }\n' },
    good: { facts: 'early: { says: 提前付款, first: paid }\n' },
  },
  'bad-alias': {
    title: { zh: '别名没有对应的锚点', en: 'an alias without its anchor' },
    why: {
      zh: '*名称 指前面用 &名称 标出的内容；以 * 开头的文字要加引号。',
      en: '*name stands for what &name marked before it; a text that begins with * stands in quotes.',
    },
    bad: { facts: 'early: *paid\n' },
    good: { facts: 'early: { says: 提前付款, first: paid }\n' },
  },
  'duplicate-anchor': {
    title: { zh: '锚点重名', en: 'an anchor defined twice' },
    why: {
      zh: '两处内容用了同一个 &名称，看不出别名指哪一处。',
      en: 'Two things have the same &name: which an alias means cannot be told.',
    },
  },
  'bad-merge': {
    title: { zh: '“<<”用法不对', en: 'a wrong merge' },
    why: { zh: '<< 后面应为一个映射的别名。', en: '<< is followed by the alias of a mapping.' },
  },
  'too-many-aliases': {
    title: { zh: '别名太多', en: 'too many aliases' },
    why: { zh: '别名层层展开会占满内存，所以有上限。', en: 'Aliases within aliases could fill any memory, so that there is a limit.' },
  },
  'too-deep': {
    title: { zh: '嵌套太深', en: 'nested too deeply' },
    why: {
      zh: '层次过深的内容没有人读得懂；把一部分条件写成有名称的事实（holds）。',
      en: 'Nobody can follow so many levels; give a part of the condition a name as a fact (`holds`).',
    },
  },
  'too-many-keys': {
    title: { zh: '键太多', en: 'too many keys' },
    why: { zh: '一个映射里的键有上限。', en: 'A mapping has a limit of keys.' },
  },
  'too-many-nodes': {
    title: { zh: '内容太多', en: 'too much content' },
    why: { zh: '一个文件的内容有上限；分成几个文件。', en: 'A file has a limit; make it several.' },
  },
  'scalar-too-long': {
    title: { zh: '文字太长', en: 'a text that is too long' },
    why: { zh: '一段文字的长度有上限。', en: 'A text has a limit of length.' },
  },
  'too-many-documents': {
    title: { zh: '一个文件里文档太多', en: 'too many documents in a file' },
    why: { zh: '这种文件只放一份；多份之间的 --- 要去掉。', en: 'A file of this kind holds one document.' },
  },
  'too-many-problems': {
    title: { zh: '问题太多，没有全部列出', en: 'more problems than are listed' },
    why: { zh: '先改正列出的，其余的会随之列出或者消失。', en: 'Mend those listed; the rest will follow, or be gone.' },
  },
} satisfies Readonly<Record<string, Explanation>>;
