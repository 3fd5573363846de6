/** Personal data made unreadable, with as much left as tells an auditor which is meant. */
import { findPersonal } from './find.js';
import type { Personal } from './personal.js';
import { areaOf } from './telephone.js';

/** 138****5678, 1101**********123X, 010****5678, ****1234, a***@example.com, 张**. */
export function maskOf({ kind, value }: Pick<Personal, 'kind' | 'value'>): string {
  switch (kind) {
    case 'mobile':
      return `${value.slice(0, 3)}****${value.slice(-4)}`;
    case 'landline':
      return `${value.slice(0, areaOf(value))}****${value.slice(-4)}`;
    case 'identity':
      return `${value.slice(0, 4)}${'*'.repeat(value.length - 8)}${value.slice(-4)}`;
    case 'account':
      return `****${value.slice(-4)}`;
    case 'email':
      // The domain is not replaced. Of one letter nothing is shown: it would be all.
      return value.indexOf('@') > 1 ? `${value.slice(0, 1)}***` : '***';
    case 'declared':
      return /\d{5}/.test(value) ? `****${value.slice(-4)}` : `${firstOf(value)}**`;
  }
}

/** The first character of several: of one alone nothing is shown. */
function firstOf(value: string): string {
  const first = String.fromCodePoint(value.codePointAt(0) ?? 0);
  return first.length < value.length ? first : '';
}

/** The text with something else for each piece of personal data. */
export function replacePersonal(text: string, replace: (found: Personal) => string, about = ''): string {
  let replaced = '';
  let at = 0;
  for (const found of findPersonal(text, about)) {
    replaced += text.slice(at, found.start) + replace(found);
    at = found.end;
  }
  return replaced + text.slice(at);
}

/** The text with every piece of personal data masked. */
export const maskText = (text: string): string => replacePersonal(text, maskOf);
