/** A timeline drawn: one picture for every document that shows pictures. */
import { CustomChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts/charts';
import type { Day } from '../calendar/day.js';
import type { Language } from '../input/problem.js';
import type { Tone } from './told/blocks.js';
import type { Mark, Timeline } from './told/timeline.js';

use([CustomChart, ScatterChart, GridComponent, MarkAreaComponent, MarkLineComponent, SVGRenderer]);

export interface Picture {
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** On a screen. */
const WIDTH = 1000;
const LABELS = 230;
const LINE = 24;
const TOP = 44;
const BOTTOM = 34;
const DAY = 86_400_000;

/** Told apart in grey too: on a black-and-white print the words of the report say what a colour means. */
export const COLORS: Readonly<Record<Tone, string>> = {
  strong: '#1f2933',
  bad: '#b42318',
  warn: '#b25e09',
  open: '#175cd3',
  good: '#1b7a43',
  dim: '#667085',
};

const SYMBOLS: Readonly<Record<Mark['kind'], string>> = { due: 'diamond', performed: 'circle', event: 'triangle' };
const WORDS: Readonly<Record<Mark['kind'] | 'asOf' | 'rest', Readonly<Record<Language, string>>>> = {
  due: { zh: '末日', en: 'last day' },
  performed: { zh: '履行', en: 'performed' },
  event: { zh: '事件', en: 'event' },
  asOf: { zh: '检查日', en: 'as of' },
  rest: { zh: '休息日', en: 'rest days' },
};

/**
 * @param fonts families in the order of preference, as in CSS
 * @param width in pixels; letters keep their size
 */
export function pictureOf(timeline: Timeline, lang: Language, fonts: string, width: number = WIDTH): Picture {
  const height = heightOf(timeline);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({
      animation: false,
      useUTC: true,
      textStyle: { fontFamily: fonts, color: COLORS.strong },
      grid: { left: LABELS, right: 24, top: TOP, bottom: BOTTOM },
      xAxis: {
        type: 'time',
        min: at(timeline.from),
        max: at(timeline.to) + DAY,
        axisLabel: { hideOverlap: true, formatter: timeline.to - timeline.from > 120 ? '{yyyy}-{MM}' : '{MM}-{dd}' },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: timeline.lines.map(({ label }) => label),
        axisTick: { show: false },
        axisLabel: { width: LABELS - 16, overflow: 'truncate', interval: 0 },
        splitLine: { show: true, lineStyle: { color: '#eaecf0' } },
      },
      series: [bars(timeline, lang), ...(['due', 'performed', 'event'] as const).map((kind) => marks(timeline, kind))],
    });
    return { svg: withoutCounters(chart.renderToSVGString()), width, height };
  } finally {
    chart.dispose();
  }
}

/** In pixels. */
export const heightOf = ({ lines }: Timeline): number => TOP + lines.length * LINE + BOTTOM;

/** The start of a day, in milliseconds: the axis knows no time zone. */
const at = (day: Day): number => day * DAY;

/** The stretches, with what lies behind all of them: the rest days and the day asked about. */
function bars(timeline: Timeline, lang: Language): CustomSeriesOption {
  const all = timeline.lines.flatMap(({ bars: these }, line) => these.map((bar) => ({ ...bar, line })));
  return {
    type: 'custom',
    silent: true,
    data: all.map(({ line, from, to }) => [line, at(from), at(to) + DAY]),
    encode: { x: [1, 2], y: 0 },
    renderItem: ({ dataIndex }, api) => {
      const [line, from, to] = [api.value(0), api.value(1), api.value(2)];
      const [[x = 0, y = 0], [end = 0]] = [api.coord([from, line]), api.coord([to, line])];
      const fill = COLORS[all[dataIndex]?.tone ?? 'dim'];
      const shape = { x, y: y - 5, width: Math.max(2, end - x), height: 10 };
      return { type: 'rect', shape, style: { fill, opacity: 0.45 } };
    },
    markArea: {
      silent: true,
      itemStyle: { color: '#f2e8d5', opacity: 0.7 },
      data: timeline.rest.map(({ from, to }) => [{ xAxis: at(from) }, { xAxis: at(to) + DAY }]),
    },
    markLine: {
      silent: true,
      symbol: 'none',
      lineStyle: { color: COLORS.bad, type: 'dashed', width: 1.5 },
      label: { formatter: WORDS.asOf[lang], color: COLORS.bad, position: 'start' },
      data: [{ xAxis: at(timeline.asOf) + DAY }],
    },
  };
}

function marks(timeline: Timeline, kind: Mark['kind']): ScatterSeriesOption {
  const found = timeline.lines.flatMap(({ marks: these }, line) =>
    these.filter((mark) => mark.kind === kind).map((mark) => ({ ...mark, line })),
  );
  return {
    type: 'scatter',
    silent: true,
    symbol: SYMBOLS[kind],
    symbolSize: kind === 'event' ? 7 : 9,
    data: found.map(({ day, line, tone }) => ({ value: [at(day) + DAY / 2, line], itemStyle: { color: COLORS[tone] } })),
  };
}

/** What the signs mean, in words below the picture. */
export const legendOf = (lang: Language): string =>
  [
    `◆ ${WORDS.due[lang]}`,
    `● ${WORDS.performed[lang]}`,
    `▲ ${WORDS.event[lang]}`,
    `┊ ${WORDS.asOf[lang]}`,
    `${lang === 'zh' ? '浅底：' : 'shaded: '}${WORDS.rest[lang]}`,
  ].join(' · ');

/** Names inside the picture count on from picture to picture; the same picture is the same bytes. */
function withoutCounters(svg: string): string {
  const names = new Map<string, string>();
  return svg.replace(/zr\d+-[\w-]+/g, (name) => {
    const known = names.get(name) ?? `zr-${names.size}`;
    names.set(name, known);
    return known;
  });
}
