import type { Text } from '../../input/problem.js';

/** The font of the documents is an optional package, and is not installed. */
export class FontError extends Error {
  readonly says: Text = {
    zh: '缺少中文字体，不能输出 PDF 和 DOCX：请先运行 npm install @embedpdf/fonts-sc',
    en: 'PDF and DOCX need a Chinese font that is not installed: run npm install @embedpdf/fonts-sc',
  };

  constructor() {
    super('@embedpdf/fonts-sc is not installed');
    this.name = new.target.name;
  }
}
