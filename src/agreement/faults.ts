/** Why a file gives no agreement, and what its owner can do about it. */
import { InputError, type ProblemCode, type Text } from '../input/problem.js';
import { MOST_CHARACTERS } from './line.js';

const refusal =
  (code: ProblemCode, message: Text, repair: Text) =>
  (file: string): InputError =>
    new InputError([{ code, place: { file, line: 1, column: 1 }, message, repair }]);

export const withPassword = refusal(
  'encrypted-file',
  { zh: '文件有密码，读不出内容', en: 'the file has a password and cannot be read' },
  { zh: '去掉密码后另存一份', en: 'a copy saved without the password' },
);

export const oldWord = refusal(
  'old-document',
  { zh: '这是旧式的 Word 或 WPS 文件（.doc、.wps）', en: 'this is an old Word or WPS file (.doc, .wps)' },
  { zh: '用 Word 或 WPS 打开，另存为 .docx', en: 'the file opened in Word or WPS and saved as .docx' },
);

export const withMacros = refusal(
  'macro-document',
  { zh: '文件里有宏（.docm），不读', en: 'the file holds macros (.docm) and is not read' },
  { zh: '另存为不带宏的 .docx', en: 'a copy saved as .docx, without macros' },
);

export const damaged = refusal(
  'bad-document',
  { zh: '文件已损坏，或者内容不是它的名字所说的格式', en: 'the file is damaged, or is not what its name says' },
  { zh: '重新保存或者下载一份；用 Word、WPS 或 PDF 阅读器能打开的', en: 'another copy, one that Word, WPS or a PDF reader opens' },
);

export const withoutText = refusal(
  'scanned-document',
  { zh: '文件里没有文字，只有图片，多半是扫描件', en: 'there is no text in it but pictures: most likely a scan' },
  {
    zh: '用文字识别（OCR）转成带文字的 PDF 或 .docx，核对后再用；或者向对方要电子文本',
    en: 'a PDF or .docx with text, by OCR and proof-read, or the original file',
  },
);

export const unreadableFont = refusal(
  'bad-document',
  {
    zh: '文件里的文字取不出来：字体没有说明它的字是什么字',
    en: 'its text cannot be taken out: its fonts do not say which characters they show',
  },
  { zh: '从原文件重新导出 PDF，或者用 .docx、.txt', en: 'a PDF exported anew, or .docx or .txt' },
);

export const empty = refusal(
  'empty-file',
  { zh: '文件里没有内容', en: 'the file is empty' },
  { zh: '协议的文本', en: 'the text of an agreement' },
);

export const unknownKind = refusal(
  'unknown-format',
  { zh: '认不出这是什么文件', en: 'this is no kind of file that can be read' },
  { zh: '协议的文本：.txt、.docx 或 .pdf', en: 'the text of an agreement: .txt, .docx or .pdf' },
);

export const bareArchive = refusal(
  'unknown-format',
  { zh: '这是压缩包，里面没有 Word 文件', en: 'this is an archive without a Word file in it' },
  { zh: '解压缩后用里面的协议文本：.txt、.docx 或 .pdf', en: 'the agreement that is packed in it: .txt, .docx or .pdf' },
);

export const otherOffice = refusal(
  'unknown-format',
  { zh: '这是工作簿或演示文稿，不是 Word 文件', en: 'this is a workbook or a presentation, no Word file' },
  { zh: '协议的文本：.txt、.docx 或 .pdf', en: 'the text of an agreement: .txt, .docx or .pdf' },
);

export const tooMuchInside = refusal(
  'file-too-large',
  {
    zh: '文件解压后太大，或压缩比高得不正常，不像是一份协议',
    en: 'the file unpacks to more than an agreement has, or beyond all proportion',
  },
  { zh: '用 Word 或 WPS 打开，只留协议文本，另存为 .docx', en: 'the agreement alone, saved as .docx in Word or WPS' },
);

export const tooLong = refusal(
  'file-too-large',
  { zh: `文字超过 ${MOST_CHARACTERS} 个字符，不像是一份协议`, en: `more than ${MOST_CHARACTERS} characters: too many for an agreement` },
  { zh: '只含一份协议的文件', en: 'a file with one agreement alone' },
);

/** Pages of an agreement in PDF. */
export const MOST_PAGES = 500;

export const tooManyPages = refusal(
  'file-too-large',
  { zh: `超过 ${MOST_PAGES} 页，不像是一份协议`, en: `more than ${MOST_PAGES} pages: too many for an agreement` },
  { zh: '只含一份协议的文件', en: 'a file with one agreement alone' },
);
