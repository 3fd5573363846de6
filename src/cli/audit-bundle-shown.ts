/** What verifying a bundle came to, for a reader and for a program. */
import type { Fault } from '../audit/bundle/fault.js';
import type { Shown } from '../audit/bundle/shown.js';
import type { Verified } from '../audit/bundle/verify.js';
import type { Signatures } from '../audit/signature/verify.js';
import type { Language } from '../input/problem.js';
import { quote } from '../input/quote.js';
import { PROGRAM } from '../report/program.js';

/** More values than these are counted, not shown. */
const MOST = 50;

/** The faults of the bundle and of its signatures are all in `verified`. */
export function bundleJson(file: string, verified: Verified, { signers, unchecked }: Signatures): unknown {
  const { stands, manifest, faults, differences, otherVersion, derived } = verified;
  return {
    schema: 'heyue/audit-bundle@1',
    file,
    stands,
    digest: manifest?.digest ?? null,
    program: manifest === null ? null : { made: manifest.program.version, here: PROGRAM.version, same: !otherVersion },
    asOf: manifest?.options.asOf ?? null,
    contracts: manifest?.contracts ?? [],
    derived,
    faults,
    differences: differences.slice(0, MOST),
    differencesInAll: differences.length,
    signers,
    unchecked,
  };
}

export function bundleText(file: string, verified: Verified, signatures: Signatures, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const { stands, manifest, faults, differences, derived } = verified;
  const heading = faults.findLastIndex(({ kind }) => kind === 'differs');
  const lines = [
    stands ? say(`${file}：成立`, `${file}: it stands`) : say(`${file}：不成立`, `${file}: it does not stand`),
    ...(manifest === null ? [] : aboutLines(verified, lang)),
    ...(stands && derived ? [sameLine(verified, lang)] : []),
    ...faults.flatMap((one, index) => [
      `  ${faultLine(one, lang)}`,
      ...(index === heading ? differenceLines(differences, lang).map((line) => `    ${line}`) : []),
    ]),
    ...(stands ? [] : versionLines(verified, lang)),
    ...signatures.signers.map(({ key, keyid }) => say(`  已签名：${quote(key)}（${keyid}）`, `  signed by ${quote(key)} (${keyid})`)),
    ...signatures.unchecked.map((keyid) =>
      say(
        `  另有签名，未给公钥，未核验：${quote(keyid, 80)}`,
        `  another signature, whose public key was not given, is not verified: ${quote(keyid, 80)}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function aboutLines({ manifest, otherVersion }: Verified, lang: Language): readonly string[] {
  if (manifest === null) return [];
  const { program, options, contracts, files, digest } = manifest;
  const ids = contracts.map((id) => quote(id));
  return lang === 'zh'
    ? [
        `  摘要 ${digest}`,
        `  合同 ${ids.join('、')}，检查日 ${options.asOf}，共 ${files.length} 个文件`,
        `  由 ${program.name} ${program.version} 作出${otherVersion ? `；本程序是 ${PROGRAM.version}` : ''}`,
      ]
    : [
        `  digest ${digest}`,
        `  ${ids.join(', ')} as of ${options.asOf}, ${files.length} files`,
        `  made by ${program.name} ${program.version}${otherVersion ? `; this is ${PROGRAM.version}` : ''}`,
      ];
}

function sameLine({ otherVersion }: Verified, lang: Language): string {
  if (otherVersion)
    return lang === 'zh'
      ? '  以本版本重新推导，除版本号外与包内报告完全相同'
      : '  made again by this version, the report is the same but for the version’s number';
  return lang === 'zh' ? '  仅凭包内文件重新推导，逐字节相同' : '  made again from its own files alone, it is the same byte for byte';
}

/** What differs may come of the program, and there is a way to know. */
function versionLines({ manifest, otherVersion, differences, derived, faults }: Verified, lang: Language): readonly string[] {
  const isOfVersion = differences.length > 0 || !derived || faults.some(({ kind }) => kind === 'manifest');
  if (manifest === null || !otherVersion || !isOfVersion) return [];
  const { version } = manifest.program;
  return lang === 'zh'
    ? [`  证据包由另一版本作出，上述不同可能由此而来；以原版本核验便知：npx heyue@${version} audit verify`]
    : [`  another version made the bundle, and what differs may come of that; its own can tell: npx heyue@${version} audit verify`];
}

const faultLine = ({ file, says }: Fault, lang: Language): string =>
  file === null ? says[lang] : lang === 'zh' ? `${quote(file, 200)}：${says.zh}` : `${quote(file, 200)}: ${says.en}`;

function differenceLines(differences: readonly Shown[], lang: Language): readonly string[] {
  if (differences.length === 0) return [];
  const told = inOneLanguage(differences, lang);
  const more = told.length - MOST;
  const [sides, rest] =
    lang === 'zh'
      ? ['（证据包所写 → 重新推导所得）', `另有 ${more} 处没有列出`]
      : ['(as the bundle says → as it is when made again)', `${more} more are not listed`];
  return [sides, ...told.slice(0, MOST).map((one) => differenceLine(one, lang)), ...(more > 0 ? [rest] : [])];
}

/** Of a text that differs in both languages the reader's own is enough. */
function inOneLanguage(differences: readonly Shown[], lang: Language): readonly Shown[] {
  const other = lang === 'zh' ? '.en' : '.zh';
  const paths = new Set(differences.map(({ path }) => path));
  return differences.filter(({ path }) => !path.endsWith(other) || !paths.has(`${path.slice(0, -other.length)}.${lang}`));
}

/** By clause and title, as the report has it; the path in the report's JSON last. */
function differenceLine({ path, finding, field, from, to }: Shown, lang: Language): string {
  const change = `${from[lang]} → ${to[lang]}`;
  const where = quote(path, 200);
  if (finding === null) return `${where}: ${change}`;
  const { rule, instance, clause, title } = finding;
  const name = clause === null || title === null ? rule : `${clause} ${title[lang]}`;
  return lang === 'zh'
    ? `${name}${instance === null ? '' : `（${instance}）`}：${field === '' ? '整项' : quote(field)} ${change}（${where}）`
    : `${name}${instance === null ? '' : ` (${instance})`}: ${field === '' ? 'all of it' : quote(field)} ${change} (${where})`;
}
