/** What is found beside the text of an agreement; exhaustive, so that no code can be forgotten. */
import type { Explanation } from '../check.js';
import type { Level } from '../finding.js';
import type { TextCode } from '../text-code.js';

interface TextExplanation extends Explanation {
  /** As it mostly is; what is less sure is said more softly. */
  readonly level: Level;
}

export const TEXTS: Readonly<Record<TextCode, TextExplanation>> = {
  'text-figure-differs': {
    level: 'error',
    title: { zh: '文本里的数字与参数不同', en: 'a figure of the text that a term says otherwise' },
    why: {
      zh: '条款里的这个数字与合同文件（或规则库的缺省）写的不是一个数。以原文为准；同条有几个数字、看不出指哪一个的，只作警告。',
      en: 'The clause has another number than the contract, or the rulebook’s default. The original decides; where the clause has several figures and it cannot be told which is meant, it is a warning.',
    },
  },
  'text-unit-differs': {
    level: 'error',
    title: { zh: '数字相同而单位不同', en: 'the same number with another unit' },
    why: {
      zh: '“三日”与“三个工作日”、“三十日”与“一个月”算法不同，末日也不同。单位写错，每个期限都会算错。',
      en: 'Three days and three working days, thirty days and a month are counted differently and end on different days.',
    },
  },
  'text-bound-differs': {
    level: 'warning',
    title: { zh: '“以上”与“超过”不一致，或者方向相反', en: 'with the number itself or without it, or on the other side of it' },
    why: {
      zh: '以上、以内包括本数，超过、不满不包括本数（民法典第一千二百五十九条）；规则用的比较与文本不同时，恰好等于该数的情形会判错。“不超过”写成“超过”、“以前”写成“以后”、“届满前”写成“届满后”，意思就反了，与规则核对后作为问题提出；方向看不准的不提。',
      en: '以上 and 以内 include the number, 超过 and 不满 do not (Civil Code art. 1259): where rule and text differ, exactly that number is decided wrongly. ‘More than’ for ‘no more than’ or ‘after’ for ‘before’ turns it round, which is put as a question; nothing is said where the direction is not clear.',
    },
  },
  'text-words-differ': {
    level: 'error',
    title: { zh: '数字与大写不一致', en: 'an amount whose digits and words differ' },
    why: {
      zh: '同一金额写了两遍而不相同，以哪一处为准会有争议；先问清楚，再写进合同文件。',
      en: 'An amount that is said twice and differently is a dispute to come: it must be settled before it goes into the contract file.',
    },
  },
  'text-words-misspelt': {
    level: 'warning',
    title: { zh: '大写金额写法不规范', en: 'an amount in words that is misspelt' },
    why: {
      zh: '大写金额的写法有定规（支付结算办法），多一个或少一个“零”都可能被认为不是这个数。',
      en: 'Amounts in words have one spelling, by the rules of payment; a zero too many or too few leaves a doubt.',
    },
  },
  'text-figure-uncarried': {
    level: 'warning',
    title: { zh: '文本里的数字没有规则对应', en: 'a figure that no rule carries' },
    why: {
      zh: '条款里写了一个期限、金额或比例，而规则库里没有与之对应的参数，也就没有规则检查它。多半是漏了一条规则。没有把握的只作提示。',
      en: 'A period, an amount or a rate stands in the clause and in no term of it, so that no rule checks it: mostly a rule that was forgotten.',
    },
  },
  'text-term-missing': {
    level: 'warning',
    title: { zh: '参数在条款的文本里找不到', en: 'a term that its clause does not show' },
    why: {
      zh: '规则库说这个参数出自某一条，而那一条的文本里没有这个数字：条款号写错了，或者数字不是合同约定的。',
      en: 'The rulebook says that the term is of this clause, whose text has no such figure: the clause number is wrong, or nobody agreed on the figure.',
    },
  },
  'text-row-missing': {
    level: 'warning',
    title: { zh: '清单里的一行在文本的表里没有', en: 'a row that the table does not have' },
    why: {
      zh: '合同文件的清单与条款里的表逐行核对，按第一列的名称。',
      en: 'The rows of a list are held against the table of its clause, by the name in the first column.',
    },
  },
  'text-clause-unknown': {
    level: 'warning',
    title: { zh: '规则库没有的条款', en: 'a clause that the rulebook does not have' },
    why: {
      zh: '文本里有这个条款号，规则库的 clauses 里没有：这一条没有任何规则检查，也没有说明为什么不需要。',
      en: 'The text has a clause of this number and the rulebook has not: no rule checks it, and nobody said why none is needed.',
    },
  },
  'text-clause-missing': {
    level: 'warning',
    title: { zh: '文本里没有的条款', en: 'a clause that the text does not have' },
    why: {
      zh: '规则库列了这个条款号，文本里没有找到：规则库用错了版本，或者文本缺页。',
      en: 'The rulebook lists the clause and the text does not have it: another version of the agreement, or a page that is missing.',
    },
  },
  'text-party': {
    level: 'warning',
    title: { zh: '当事人对不上', en: 'parties that do not agree' },
    why: {
      zh: '规则库、合同文件和文本对当事人的称呼或者名称不一致，或者条款里应当做、有权做的一方与规则的不是同一方；认错了人，权利义务就全反了。后一种只作为问题提出，主语看不准的不提。',
      en: 'Rulebook, contract and text call or name a party differently, or a clause says of one party what its rule says of the other; with the parties changed about, every duty is the other’s. The latter is a question, and nothing is said where the subject is not clear.',
    },
  },
  'text-vague-word': {
    level: 'note',
    title: { zh: '没有规则能检查的词', en: 'a word that no rule can carry' },
    why: {
      zh: '及时、合理、重大之类没有尺度的词，只能由人定：写一个读法（reading），或者由人逐案认定（question）。这里列出每一处和它的处理。',
      en: '“In time”, “reasonable”, “material” and the like have no measure. A person gives them one, by a reading or case by case by a determination; each is listed with what was done.',
    },
  },
  'text-order': {
    level: 'note',
    title: { zh: '页序或条款号不连续', en: 'pages out of order' },
    why: {
      zh: '条款号在这里断开，已按条款号排回原位。多半是扫描或者拼接时页序颠倒；请看一眼排得对不对。',
      en: 'The numbers break off here and were put back in their order: pages were mixed up, most likely. Have a look at whether it is right.',
    },
  },
  'text-set-aside': {
    level: 'note',
    title: { zh: '没有算作条款内容的行', en: 'lines that are part of no clause' },
    why: {
      zh: '页眉、页脚、页码、夹在中间的电话不是条款，读的时候放在一边；列出来供核对。',
      en: 'Headers, footers, page numbers and telephones in between are no clauses and were left aside; they are listed to be looked at.',
    },
  },
  'text-empty-page': {
    level: 'warning',
    title: { zh: '没有文字的页', en: 'a page without text' },
    why: {
      zh: '这些页多半是扫描的图片，上面写的什么没有核对。',
      en: 'Pages of this kind are mostly scans; what they say was not checked.',
    },
  },
  'text-table-loose': {
    level: 'note',
    title: { zh: '行分不开的表', en: 'a table whose rows cannot be told apart' },
    why: {
      zh: 'PDF 里没有画线、格子又换行的表，看不出一格的下一行从哪里开始：照原样按行读，不猜，表里的数字也就没有逐行核对。',
      en: 'In a PDF without ruled lines, whose cells run over several lines, nothing shows where a row ends: it is read as it stands and nothing is guessed, so that its figures are not compared row by row.',
    },
  },
  'text-other-agreement': {
    level: 'error',
    title: { zh: '不像是这个规则库的协议', en: 'another agreement' },
    why: {
      zh: '规则库的条款号大多在文本里找不到：拿错了文本或者规则库，或者条款号的写法认不出。',
      en: 'Most clause numbers of the rulebook are not in the text: it is another agreement, or its numbers are written in a way that is not known.',
    },
  },
};
