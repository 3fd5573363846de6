import { readXml, type XmlReader } from '../xml.js';
import { plainLines } from '../lines.js';

/** The texts that cells name by their number. */
export function readStrings(bytes: Uint8Array): readonly string[] {
  const strings: string[] = [];
  const text = new RichText();
  readXml(bytes, {
    open(name) {
      if (name === 'si') text.begin();
      else text.open(name);
    },
    close(name) {
      if (name === 'si') strings.push(text.end());
      else text.close(name);
    },
    text(piece) {
      text.text(piece);
    },
  });
  return strings;
}

/** A text in runs of different looks; how it is pronounced (rPh) is no part of it. */
export class RichText implements XmlReader {
  #text = '';
  #isText = false;
  #isSpoken = false;

  begin(): void {
    this.#text = '';
    this.#isText = false;
    this.#isSpoken = false;
  }

  end(): string {
    return unescaped(this.#text);
  }

  open(name: string): void {
    if (name === 'rPh') this.#isSpoken = true;
    else if (name === 't') this.#isText = !this.#isSpoken;
  }

  close(name: string): void {
    if (name === 'rPh') this.#isSpoken = false;
    else if (name === 't') this.#isText = false;
  }

  text(piece: string): void {
    if (this.#isText) this.#text += piece;
  }
}

/** A text as its writer meant it: `_x000D_` stands for a character that XML does not take. */
export function unescaped(text: string): string {
  const whole = text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return plainLines(whole);
}
