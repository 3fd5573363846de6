/** What the cases prove, for a reader at a terminal. */
import { formatDay } from '../calendar/day.js';
import { formatPlace, type Language, type Text } from '../input/problem.js';
import { neutralise } from '../input/quote.js';
import { pageOf } from '../report/told/page.js';
import { reasonsOf } from '../report/told/reason.js';
import { isStatus, statusWord } from '../rulebook/words.js';
import type { Case } from '../rulebook/case.js';
import type { Coverage } from './coverage.js';
import type { Mutation, Proof, Survivor } from './proof.js';
import type { Failure, Otherwise, Unusable } from './run.js';
import { scoreOf, shareOf } from './score.js';

type Say = (zh: string, en: string) => string;

/** Ends, where changes were tried, with the score in per cent. */
export function proofText(proofs: readonly Proof[], lang: Language): string {
  const t: Say = (zh, en) => (lang === 'zh' ? zh : en);
  const lines = proofs.flatMap((proof) => [...proofLines(proof, lang, t), '']);
  const scores = proofs.flatMap(({ mutation }) => mutation ?? []);
  if (scores.length > 0) lines.push(t(`变异得分：${scoreOf(scores)} %`, `Mutation score: ${scoreOf(scores)} %`), '');
  return neutraliseLines(lines);
}

const neutraliseLines = (lines: readonly string[]): string => lines.map((line) => line.split('\n').map(neutralise).join('\n')).join('\n');

function proofLines({ rulebook, runs, coverage, mutation, isMutationHeldBack }: Proof, lang: Language, t: Say): readonly string[] {
  const failing = runs.filter(({ failures }) => failures.length > 0);
  const { id, title } = rulebook.declared;
  const many = runs.length;
  return [
    `${id}  ${title[lang]}`,
    t(
      `  ${many} 个用例，${many - failing.length} 个通过，${failing.length} 个不通过`,
      `  ${many} cases, ${many - failing.length} passed, ${failing.length} failed`,
    ),
    ...failingLines(runs, lang, t),
    ...(coverage === null ? [] : ['', ...coverageLines(coverage, lang, t)]),
    ...(mutation === null ? [] : ['', ...mutationLines(mutation, lang, t)]),
    ...(isMutationHeldBack
      ? ['', t('  没有逐处改动：先改正不通过的用例', '  no changes were tried: put the failing cases right first')]
      : []),
  ];
}

/** The cases that fail and why, each after an empty line; what keeps several of them from being run, mostly the contract from which all start, once. */
export function failingLines(runs: Proof['runs'], lang: Language, t: Say): readonly string[] {
  const shared = sharedBy(runs);
  const isShared = (failure: Failure): boolean => 'problem' in failure && shared.has(saidOf(failure));
  return [
    ...[...shared.values()].flatMap(({ failure, cases }) => [
      '',
      cases === runs.length
        ? t('  ✗ 所有用例都不能运行', '  ✗ no case can be run')
        : t(`  ✗ ${cases} 个用例不能运行`, `  ✗ ${cases} cases cannot be run`),
      ...problemLines(failure, lang, t),
    ]),
    ...runs.flatMap(({ one, failures }) => {
      const own = failures.filter((failure) => !isShared(failure));
      return own.length === 0 ? [] : ['', ...own.flatMap((failure) => failureLines(one, failure, lang, t))];
    }),
  ];
}

/** The problems that more than one case has, and how many have each. */
function sharedBy(runs: Proof['runs']): ReadonlyMap<string, { readonly failure: Unusable; readonly cases: number }> {
  const all = new Map<string, { readonly failure: Unusable; readonly cases: number }>();
  for (const { failures } of runs) {
    const own = new Map(failures.flatMap((failure) => ('problem' in failure ? [[saidOf(failure), failure] as const] : [])));
    for (const [said, failure] of own) all.set(said, { failure, cases: (all.get(said)?.cases ?? 0) + 1 });
  }
  return new Map([...all].filter(([, { cases }]) => cases > 1));
}

const saidOf = ({ problem: { place, message } }: Unusable): string => `${formatPlace(place)} ${message.zh}`;

function problemLines({ problem: { place, message, repair } }: Unusable, lang: Language, t: Say): readonly string[] {
  return [
    `    ${formatPlace(place)} ${message[lang]}`,
    ...(repair === undefined ? [] : [t(`    应为：${repair.zh}`, `    Expected: ${repair.en}`)]),
  ];
}

function failureLines(one: Case, failure: Failure, lang: Language, t: Say): readonly string[] {
  const name = `${one.rule === null ? '' : `${one.rule} / `}${one.id}${one.title === null ? '' : `（${one.title}）`}`;
  if ('problem' in failure)
    return [t(`  ✗ ${name}：用例不能运行`, `  ✗ ${name}: the case cannot be run`), ...problemLines(failure, lang, t)];
  const { place, asOf, readings, rule, instance } = failure;
  const under = readings.size === 0 ? '' : `  ${[...readings].map(([reading, value]) => `${reading}=${value}`).join(' ')}`;
  return [
    `  ✗ ${name}`,
    `    ${formatPlace(place)}  ${formatDay(asOf)}${under}${rule === null ? '' : `  ${rule}${instance === null ? '' : ` [${instance}]`}`}`,
    ...failure.differences.map(({ field, expected, found }) => {
      const say = (value: string): string => (field === 'status' || field === 'absent' ? sayStatus(value, failure, lang) : value);
      if (field === 'absent')
        return t(`    这一次：应为没有结论，实为 ${say(found)}`, `    this instance: expected no finding, found ${say(found)}`);
      const what = FIELDS[field.split('.')[0] ?? '']?.[lang] ?? field;
      const part = field.includes('.') ? ` ${field.slice(field.indexOf('.') + 1)}` : '';
      return t(
        `    ${what}${part}：应为 ${say(expected)}，实为 ${say(found)}`,
        `    ${what}${part}: expected ${say(expected)}, found ${say(found)}`,
      );
    }),
    ...whyLines(failure, lang, t),
  ];
}

function whyLines({ finding, report }: Otherwise, lang: Language, t: Say): readonly string[] {
  if (finding === null) return [];
  const reasons = reasonsOf(pageOf(report, { lang }), finding).filter((reason) => reason !== '');
  return reasons.length === 0 ? [] : [t(`    因为：${reasons.join('；')}`, `    because: ${reasons.join('; ')}`)];
}

const sayStatus = (status: string, { finding }: Otherwise, lang: Language): string =>
  isStatus(status) ? `${status}（${statusWord(finding?.kind ?? null, status)[lang]}）` : status;

const FIELDS: Readonly<Record<string, Text>> = {
  status: { zh: '状态', en: 'status' },
  instance: { zh: '哪一次', en: 'instance' },
  due: { zh: '最后一日', en: 'due' },
  since: { zh: '起始日', en: 'since' },
  performedOn: { zh: '履行日', en: 'performed on' },
  amounts: { zh: '金额', en: 'amount' },
  owedBy: { zh: '应付合计', en: 'owed by' },
  sums: { zh: '各笔款项', en: 'sums' },
  shows: { zh: '一并列出的日期', en: 'shows' },
  missing: { zh: '缺少的事实', en: 'missing' },
  excusedBy: { zh: '免责事由', en: 'excused by' },
  evidence: { zh: '依据', en: 'evidence' },
  bearer: { zh: '义务人', en: 'bearer' },
  holder: { zh: '权利人', en: 'holder' },
  nextChange: { zh: '下一次变化', en: 'next change' },
  nextStatus: { zh: '届时的状态', en: 'status then' },
  provisional: { zh: '待放假安排公布', en: 'provisional' },
};

function coverageLines({ rules, leaves, exemptions, alternatives }: Coverage, lang: Language, t: Say): readonly string[] {
  const statuses = rules.flatMap(({ reached, notReached }) => [...reached.map(() => true), ...notReached.map(() => false)]);
  const halves = leaves.flatMap(({ holding, failing }) => [holding, failing]);
  const share = (all: readonly boolean[]): string => `${all.filter((one) => one).length}/${all.length} (${shareOf(all)} %)`;
  return [
    t('  用例达到的', '  What the cases reach'),
    t(`    规则的状态  ${share(statuses)}`, `    statuses of rules  ${share(statuses)}`),
    t(`    条件单独起决定作用  ${share(halves)}`, `    conditions that decide alone  ${share(halves)}`),
    t(`    免责事由  ${share(exemptions.map((one) => one.excuses))}`, `    exemptions  ${share(exemptions.map((one) => one.excuses))}`),
    t(`    读法  ${share(alternatives.map((one) => one.chosen))}`, `    readings  ${share(alternatives.map((one) => one.chosen))}`),
    ...rules
      .filter(({ notReached }) => notReached.length > 0)
      .map(({ rule, notReached }) => {
        const words = notReached.map((status) => statusWord(rule.kind, status)[lang]).join(t('、', ', '));
        return t(`    · ${rule.id}（${rule.title.zh}）没有用例：${words}`, `    · ${rule.id} (${rule.title.en}) has no case: ${words}`);
      }),
    ...exemptions
      .filter(({ excuses }) => !excuses)
      .map(({ id, title }) => t(`    · 免责事由 ${id}（${title.zh}）没有用例`, `    · exemption ${id} (${title.en}) excuses in no case`)),
    ...alternatives
      .filter(({ chosen }) => !chosen)
      .map(({ reading, value, says }) =>
        t(`    · 读法 ${reading}=${value}（${says.zh}）没有用例`, `    · reading ${reading}=${value} (${says.en}) is chosen in no case`),
      ),
    ...leaves
      .filter(({ holding, failing }) => !holding || !failing)
      .map(({ owner, says, place, holding, failing }) => {
        const of = `${owner.id}${owner.condition === null ? '' : `.${owner.condition}`}`;
        const when =
          !holding && !failing ? t('成立时、不成立时', 'holding or failing') : holding ? t('不成立时', 'failing') : t('成立时', 'holding');
        return t(
          `    · ${formatPlace(place)} ${of}：没有用例说明“${says.zh}”${when}单独起决定作用`,
          `    · ${formatPlace(place)} ${of}: no case shows that “${says.en}” decides alone when ${when}`,
        );
      }),
    ...leaves.flatMap(({ owner, says, place, besideUnknown }) =>
      besideUnknown.map((half) => {
        const of = `${owner.id}${owner.condition === null ? '' : `.${owner.condition}`}`;
        return t(
          `    ○ ${formatPlace(place)} ${of}：“${says.zh}”${half === 'holding' ? '成立' : '不成立'}时，只在并列的其他条件不明时起决定作用`,
          `    ○ ${formatPlace(place)} ${of}: when “${says.en}” is ${half}, it decides only while what stands beside it is not known`,
        );
      }),
    ),
  ];
}

function mutationLines({ tried, noticed, survivors }: Mutation, lang: Language, t: Say): readonly string[] {
  return [
    t(
      `  改动 ${tried} 处，用例发现 ${noticed} 处，没有发现 ${survivors.length} 处`,
      `  ${tried} changes, ${noticed} noticed, ${survivors.length} not noticed`,
    ),
    ...survivors.flatMap((survivor) => ['', ...survivorLines(survivor, lang, t)]),
  ];
}

function survivorLines({ mutant, asked, proposal }: Survivor, lang: Language, t: Say): readonly string[] {
  const { of, change, place } = mutant;
  const said = t(
    `  · ${formatPlace(place)} ${of.zh}：${change.says.zh}，${asked === 0 ? '没有用例用到这里' : '没有一个用例发现'}`,
    `  · ${formatPlace(place)} ${of.en}: ${change.says.en}; ${asked === 0 ? 'no case rests on it' : 'no case notices'}`,
  );
  if (proposal === undefined)
    return [
      said,
      t(
        '    试过现有用例前后各日，结论都一样：或者还缺一个别样情形的用例，或者两种写法没有区别',
        '    on the days about those of the cases nothing differs: a case of another situation is missing, or nothing ever differs',
      ),
    ];
  const where = proposal.rule === null ? 'cases/' : `${proposal.rule} examples`;
  return [
    said,
    t(
      `    可加入 ${where} 的用例（结论是现在的写法得出的，请核对）：`,
      `    a case to add to ${where} (with what the rules say now; check it):`,
    ),
    // As it stands under `examples:`, or in a file of cases: it is pasted as it is.
    ...proposal.yaml.split('\n').map((line) => (proposal.rule === null ? line : `  ${line}`)),
  ];
}
