/** What cannot be done with a file as a whole: there is no line of it to point at. */
import { maskText } from '../masking/mask.js';
import { InputError, type Language, type Text } from '../input/problem.js';
import { neutralise } from '../input/quote.js';

export class FileError extends InputError {
  readonly #file: string;
  readonly #says: Text;
  readonly #repair: Text | undefined;

  constructor(file: string, says: Text, repair?: Text) {
    super([
      {
        code: 'unreadable-file',
        place: { file, line: 1, column: 1 },
        message: says,
        ...(repair === undefined ? {} : { repair }),
      },
    ]);
    this.name = 'FileError';
    this.#file = file;
    this.#says = says;
    this.#repair = repair;
    this.message = this.sayIn('en');
  }

  /** Safe to print to a terminal, and without personal data. */
  sayIn(lang: Language): string {
    const what = `${this.#file}${lang === 'zh' ? '：' : ': '}${this.#says[lang]}`;
    return neutralise(maskText(what)) + (this.#repair === undefined ? '' : `\n  ${neutralise(maskText(this.#repair[lang]))}`);
  }
}
