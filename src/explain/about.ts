/** What stands beside a rule and decides nothing: its gist, why it is so, on what law, how grave. */
import type { Text } from '../input/problem.js';
import type { Severity } from '../rulebook/rule.js';
import { quoted } from './words.js';
import { line, part, type Part } from './explanation.js';

const SEVERITIES: Readonly<Record<Severity, Text>> = {
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

interface About {
  readonly text: Text | null;
  readonly why: Text | null;
  readonly basis: readonly string[];
  readonly severity: Severity;
}

export function aboutParts({ text, why, basis, severity }: About): readonly Part[] {
  return [
    ...(text === null ? [] : [part('text', '条款大意', 'Gist', [line({ zh: text.zh, en: quoted(text.en) })])]),
    ...(why === null ? [] : [part('why', '规则理由', 'Why so', [line({ zh: why.zh, en: quoted(why.en) })])]),
    ...(basis.length === 0
      ? []
      : [part('basis', '法律依据', 'Law', [line({ zh: `${basis.join('、')}。`, en: `${basis.map((one) => `“${one}”`).join(', ')}.` })])]),
    part('severity', '轻重', 'Severity', [line(SEVERITIES[severity])]),
  ];
}
