/** What the cases reach, as one page that needs nothing else. */
import { formatPlace, type Language } from '../input/problem.js';
import { neutralise } from '../input/quote.js';
import type { Status } from '../facts/scope.js';
import { statusWord } from '../rulebook/words.js';
import type { Coverage, LeafCoverage } from './coverage.js';
import type { Mutation, Proof } from './proof.js';
import { scoreOf, shareOf } from './score.js';
import { failingLines } from './text.js';

type Say = (zh: string, en: string) => string;

/** Text that is safe between tags and in an attribute. */
const escape = (text: string): string => neutralise(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function proofHtml(proofs: readonly Proof[], lang: Language): string {
  const t: Say = (zh, en) => (lang === 'zh' ? zh : en);
  const title = t('规则库的用例达到了什么', 'What the cases of the rulebooks reach');
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escape(title)}</h1>
${proofs.map((proof) => section(proof, lang, t)).join('\n')}
</body>
</html>
`;
}

const STYLE = `
body { font: 15px/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; margin: 2rem auto; max-width: 64rem; padding: 0 1rem; color: #1b1b1b; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; }
th, td { border: 1px solid #bbb; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #f2f2f2; }
.yes { color: #17632c; } .no { color: #9c1c1c; font-weight: bold; }
pre { background: #f6f6f6; padding: 0.5rem; overflow-x: auto; }
`;

function section({ rulebook, runs, coverage, mutation }: Proof, lang: Language, t: Say): string {
  const { id, title } = rulebook.declared;
  const passed = runs.filter(({ failures }) => failures.length === 0).length;
  return [
    `<h2>${escape(`${id} ${title[lang]}`)}</h2>`,
    `<p>${escape(t(`${runs.length} 个用例，${passed} 个通过`, `${runs.length} cases, ${passed} passed`))}</p>`,
    passed === runs.length ? '' : failing(runs, lang, t),
    coverage === null ? '' : covered(coverage, lang, t),
    mutation === null ? '' : changed(mutation, lang, t),
  ].join('\n');
}

/** The same as in text, one block for each case. */
function failing(runs: Proof['runs'], lang: Language, t: Say): string {
  const blocks = failingLines(runs, lang, t).join('\n').trim().split('\n\n');
  const heads = `<h3>${escape(t('不通过的用例', 'Cases that fail'))}</h3>`;
  return [heads, ...blocks.map((block) => `<pre>${block.split('\n').map(escape).join('\n')}</pre>`)].join('\n');
}

const mark = (is: boolean, remark = ''): string => (is ? `<td class="yes">✓${remark}</td>` : '<td class="no">✗</td>');
const remark = (half: 'holding' | 'failing', besideUnknown: LeafCoverage['besideUnknown'], t: Say): string =>
  besideUnknown.includes(half) ? t('（仅在其他条件不明时）', ' (only while the others are not known)') : '';
const cell = (text: string): string => `<td>${escape(text)}</td>`;
const table = (heads: readonly string[], rows: readonly string[]): string =>
  `<table><thead><tr>${heads.map((head) => `<th scope="col">${escape(head)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody></table>`;
const heading = (text: string, all: readonly boolean[]): string => `<h3>${escape(`${text}  ${shareOf(all)} %`)}</h3>`;

function covered({ rules, leaves, exemptions, alternatives }: Coverage, lang: Language, t: Say): string {
  const words = (kind: Parameters<typeof statusWord>[0], statuses: readonly Status[]): string =>
    statuses.map((status) => statusWord(kind, status)[lang]).join(t('、', ', '));
  return [
    heading(
      t('规则的状态', 'Statuses of rules'),
      rules.flatMap(({ reached, notReached }) => [...reached.map(() => true), ...notReached.map(() => false)]),
    ),
    table(
      [t('规则', 'rule'), t('有用例', 'in cases'), t('没有用例', 'in none')],
      rules.map(
        ({ rule, reached, notReached }) =>
          `${cell(`${rule.id} ${rule.title[lang]}`)}${cell(words(rule.kind, reached))}<td${notReached.length > 0 ? ' class="no"' : ''}>${escape(words(rule.kind, notReached))}</td>`,
      ),
    ),
    heading(
      t('条件单独起决定作用', 'Conditions that decide alone'),
      leaves.flatMap(({ holding, failing }) => [holding, failing]),
    ),
    table(
      [t('位置', 'place'), t('属于', 'of'), t('条件', 'condition'), t('成立时', 'holding'), t('不成立时', 'failing')],
      leaves.map(
        ({ owner, says, place, holding, failing, besideUnknown }) =>
          cell(formatPlace(place)) +
          cell(`${owner.id}${owner.condition === null ? '' : `.${owner.condition}`}`) +
          cell(says[lang]) +
          mark(holding, remark('holding', besideUnknown, t)) +
          mark(failing, remark('failing', besideUnknown, t)),
      ),
    ),
    heading(
      t('免责事由', 'Exemptions'),
      exemptions.map((one) => one.excuses),
    ),
    table(
      [t('免责事由', 'exemption'), t('有用例', 'in a case')],
      exemptions.map(({ id, title, excuses }) => cell(`${id} ${title[lang]}`) + mark(excuses)),
    ),
    heading(
      t('读法', 'Readings'),
      alternatives.map((one) => one.chosen),
    ),
    table(
      [t('读法', 'reading'), t('选择', 'alternative'), t('有用例', 'in a case')],
      alternatives.map(({ reading, value, says, chosen }) => cell(reading) + cell(`${value} ${says[lang]}`) + mark(chosen)),
    ),
  ].join('\n');
}

function changed(mutation: Mutation, lang: Language, t: Say): string {
  return [
    `<h3>${escape(t(`变异得分  ${scoreOf([mutation])} %`, `Mutation score  ${scoreOf([mutation])} %`))}</h3>`,
    table(
      [t('位置', 'place'), t('没有用例发现的改动', 'changes that no case notices'), t('可加入的用例', 'a case to add')],
      mutation.survivors.map(
        ({ mutant, proposal }) =>
          cell(formatPlace(mutant.place)) +
          cell(`${mutant.of[lang]}：${mutant.change.says[lang]}`) +
          (proposal === undefined
            ? cell(t('没有找到', 'none was found'))
            : `<td><pre>${escape(proposal.yaml).replaceAll('\\u{A}', '\n')}</pre></td>`),
      ),
    ),
  ].join('\n');
}
