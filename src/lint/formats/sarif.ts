import type { Place } from '../../input/problem.js';
import { explanationOf } from '../explain.js';
import type { Linted } from './format.js';

/** SARIF 2.1.0: what code scanning services read. */
export function sarif({ findings, lang, version }: Linted): string {
  const codes = [...new Set(findings.map((one) => one.code))].sort();
  const rules = codes.map((code) => {
    const { title, why } = explanationOf(code);
    return { id: code, shortDescription: { text: title[lang] }, fullDescription: { text: why[lang] } };
  });
  const results = findings.map(({ code, level, place, message, repair, related = [] }) => ({
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: {
      text: repair === undefined ? message[lang] : `${message[lang]}${lang === 'zh' ? '。应为：' : '. Expected: '}${repair[lang]}`,
    },
    locations: [locationOf(place)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map((one, id) => ({ id, ...locationOf(one) })) }),
  }));
  const driver = { name: 'heyue', version, rules };
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', language: lang === 'zh' ? 'zh-CN' : 'en', results };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const locationOf = ({ file, line, column }: Place): object => ({
  physicalLocation: {
    artifactLocation: { uri: file.split(/[\\/]/u).map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: column },
  },
});
