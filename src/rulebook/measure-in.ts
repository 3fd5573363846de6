/** The measure that a fact, or an alternative of a reading, is written with. */
import { nearest } from '../input/nearest.js';
import type { Path, Source } from '../input/source.js';
import { MEASURES } from '../measures/catalogue.js';
import type { Measure } from '../measures/measure.js';
import type { Names } from './link-facts.js';
import type { Written } from '../input/written.js';

interface MeasureIn {
  readonly key: string;
  readonly measure: Measure;
  /** Whether every other key is one that it takes; those that are not have been reported. */
  readonly known: boolean;
}

/**
 * Undefined where there is none: then it has been reported.
 * @param besides keys that may stand beside any measure
 * @param name what it is called in a message
 */
export function measureIn(
  names: Names,
  source: Source,
  path: Path,
  written: Written,
  besides: readonly string[],
  name: string,
): MeasureIn | undefined {
  const keys = Object.keys(written).filter((key) => Object.hasOwn(MEASURES, key));
  // Some words are a measure by themselves and a parameter of another (`of`, `from` …): the one that takes the others is meant.
  const key = keys.find((one) => keys.every((other) => other === one || MEASURES[one]?.parameters.includes(other) === true)) ?? keys[0];
  const measure = key === undefined ? undefined : MEASURES[key];
  if (key === undefined || measure === undefined) {
    const other = Object.keys(written).find((one) => !besides.includes(one));
    const near = other === undefined ? undefined : nearest(other, Object.keys(MEASURES));
    return names.report(
      'unknown-measure',
      source.place(path, 'key'),
      { zh: `“${name}”没有写度量${other === undefined ? '' : `（“${other}”不是）`}`, en: `“${name}” has no measure` },
      {
        zh: near === undefined ? '度量见 rules/README.zh.md' : `是否指“${near}”`,
        en: near === undefined ? 'see rules/README.md' : `perhaps “${near}”`,
      },
    );
  }
  const takes = [...measure.parameters, ...besides];
  const odd = Object.keys(written).filter((other) => other !== key && !takes.includes(other));
  for (const other of odd) {
    const near = nearest(other, takes);
    const may = takes.length === 0 ? undefined : { zh: `可写：${takes.join('、')}`, en: `it takes: ${takes.join(', ')}` };
    names.report(
      Object.hasOwn(MEASURES, other) ? 'two-measures' : 'unknown-key',
      source.place([...path, other], 'key'),
      { zh: `度量“${key}”没有“${other}”这一项`, en: `the measure “${key}” takes no “${other}”` },
      near === undefined ? may : { zh: `是否指“${near}”`, en: `perhaps “${near}”` },
    );
  }
  return { key, measure, known: odd.length === 0 };
}
