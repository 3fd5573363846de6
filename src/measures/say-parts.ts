import type { Text } from '../input/problem.js';

/** One of the figures that were added up. */
export interface Part {
  /** Which month, period or row it is of; null: an event, which stands in the evidence. */
  readonly of: string | null;
  readonly figure: string;
  readonly sure: boolean;
}

interface Run {
  readonly first: Part;
  last: Part;
  count: number;
}

/** The figures that a sum was made of, equal ones that follow one another told once. null: there is nothing to list. */
function sayParts(parts: readonly Part[], lang: 'zh' | 'en'): string | null {
  const runs: Run[] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (run?.first.figure === part.figure && run.first.sure === part.sure) {
      run.last = part;
      run.count += 1;
    } else runs.push({ first: part, last: part, count: 1 });
  }
  if (runs.length === 0) return null;
  return runs.map((run) => said(run, lang)).join(lang === 'zh' ? '＋' : ' + ');
}

function said({ first, last, count }: Run, lang: 'zh' | 'en'): string {
  const times = count === 1 ? '' : lang === 'zh' ? `×${count}` : ` × ${count}`;
  const which =
    first.of === null ? '' : count === 1 ? first.of : lang === 'zh' ? `${first.of}至${last.of ?? ''}` : `${first.of} to ${last.of ?? ''}`;
  const perhaps = first.sure ? '' : lang === 'zh' ? '不能确定是否计入' : 'perhaps';
  const noted = [which, perhaps].filter((one) => one !== '').join(lang === 'zh' ? '，' : ', ');
  return `${first.figure}${times}${noted === '' ? '' : lang === 'zh' ? `（${noted}）` : ` (${noted})`}`;
}

/** A sum with the figures it was made of; undefined: there are none to list. */
export function tellSum(sum: Text, parts: readonly Part[]): Text | undefined {
  const [zh, en] = [sayParts(parts, 'zh'), sayParts(parts, 'en')];
  return zh === null || en === null ? undefined : { zh: `${sum.zh} ${zh}`, en: `${sum.en}: ${en}` };
}
