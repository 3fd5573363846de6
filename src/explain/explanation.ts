/** A rulebook, or parts of it, explained: a structure of sentences in both languages, which one shows is decided at the door. */
import type { Language, Text } from '../input/problem.js';

/** A sentence; what follows its colon is its items, numbered by the renderer, so that levels cannot be mistaken. */
export interface Line {
  readonly text: Text;
  readonly items?: readonly Line[];
}

/** One aspect of what is explained, under a label: who, when, until when, how much. */
export interface Part {
  readonly role: string;
  readonly label: Text;
  readonly lines: readonly Line[];
}

/** One rule, exemption, fact, reading, term or event type. */
export interface Entry {
  readonly id: string;
  readonly title: Text;
  readonly clauses: readonly string[];
  readonly parts: readonly Part[];
}

export interface Section {
  readonly id: 'parties' | 'clauses' | 'rules' | 'exemptions' | 'facts' | 'readings' | 'terms' | 'events' | 'guide';
  readonly title: Text;
  /** What the section says of itself. */
  readonly lines: readonly Line[];
  readonly entries: readonly Entry[];
}

export interface Explanation {
  readonly schema: 'heyue/explanation@1';
  readonly rulebook: { readonly id: string; readonly version: string; readonly title: Text; readonly digest: string };
  readonly sections: readonly Section[];
}

/** A sentence in both languages. */
export const inBoth = (say: (lang: Language) => string): Text => ({ zh: say('zh'), en: say('en') });

/** One or the other, by the language. */
export const pick = (lang: Language, zh: string, en: string): string => (lang === 'zh' ? zh : en);

export const line = (text: Text, items: readonly Line[] = []): Line => (items.length === 0 ? { text } : { text, items });

export const part = (role: string, zh: string, en: string, lines: readonly Line[]): Part => ({ role, label: { zh, en }, lines });
