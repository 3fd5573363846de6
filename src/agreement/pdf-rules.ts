/** What is ruled on a page: lines and thin bars that stand upright or lie flat, as they are drawn along the edges of cells. */

/** A ruled line, in the measure of the page. */
export interface Rule {
  /** Its height if it lies flat, else how far right it stands. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly flat: readonly Rule[];
  readonly upright: readonly Rule[];
}

export const NO_RULES: Rules = { flat: [], upright: [] };

/** What a page is drawn with, as its reader lists it: each operator with what belongs to it. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** The numbers that the reader calls its operators by. */
export type Operators = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'constructPath'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>;

/** In points: what is thicker is a background. */
const THICK = 3;
/** What is shorter is part of a letter or of a dotted line. */
const SHORT = 2;
/** So far apart, two lines are one: edges of cells are drawn cell by cell. */
const NEAR = 2;
/** More of them are a drawing. */
const MOST = 5000;

/** The ruled lines of a page. */
export function rulesIn({ fnArray, argsArray }: Drawing, ops: Operators): Rules {
  const strokes = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke, ops.closeEOFillStroke]);
  const fills = new Set([ops.fill, ops.eoFill]);
  const flat: Rule[] = [];
  const upright: Rule[] = [];
  const add = ([x, y]: Point, [right, top]: Point): void => {
    const [width, height] = [Math.abs(right - x), Math.abs(top - y)];
    if (height <= THICK && width >= Math.max(SHORT, height * 2))
      flat.push({ at: (y + top) / 2, from: Math.min(x, right), to: Math.max(x, right) });
    else if (width <= THICK && height >= Math.max(SHORT, width * 2))
      upright.push({ at: (x + right) / 2, from: Math.min(y, top), to: Math.max(y, top) });
  };
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of fnArray.entries()) {
    const args: unknown = argsArray[index];
    if (operator === ops.save) kept.push(matrix);
    else if (operator === ops.restore || operator === ops.paintFormXObjectEnd) matrix = kept.pop() ?? matrix;
    else if (operator === ops.transform) matrix = times(matrix, args);
    else if (operator === ops.paintFormXObjectBegin) {
      kept.push(matrix);
      matrix = times(matrix, isList(args) ? args[0] : undefined);
    } else if (operator === ops.constructPath && isList(args)) {
      const painted = Number(args[0]);
      if (!strokes.has(painted) && !fills.has(painted)) continue;
      for (const points of strokesOf(args[1])) {
        const onPage = points.map((point) => placed(matrix, point));
        if (strokes.has(painted)) for (const [at, point] of onPage.slice(1).entries()) add(onPage[at] ?? point, point);
        else if (onPage.length > 0) add(lowest(onPage), highest(onPage));
      }
    }
    if (flat.length + upright.length > MOST) return NO_RULES;
  }
  return { flat: whole(flat), upright: whole(upright) };
}

type Point = readonly [x: number, y: number];
type Matrix = readonly [number, number, number, number, number, number];

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function times(matrix: Matrix, by: unknown): Matrix {
  const own = by !== null && typeof by === 'object' ? Array.from(by as ArrayLike<number>, Number) : [];
  if (own.length !== 6 || own.some((one) => !Number.isFinite(one))) return matrix;
  const [a, b, c, d, e, f] = matrix;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = own;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

const placed = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f];

const lowest = (points: readonly Point[]): Point => [Math.min(...points.map(([x]) => x)), Math.min(...points.map(([, y]) => y))];
const highest = (points: readonly Point[]): Point => [Math.max(...points.map(([x]) => x)), Math.max(...points.map(([, y]) => y))];

/** How many numbers stand behind each step of a path: begin, line, curve, shorter curve, close. */
const STEPS = [2, 2, 6, 4, 0];
const [BEGIN, CLOSE] = [0, 4];

/** A path in its parts, each from point to point; curves are none of ours, and end a part. */
function strokesOf(path: unknown): readonly (readonly Point[])[] {
  const [data] = isList(path) ? path : [];
  const numbers = data !== null && typeof data === 'object' ? Array.from(data as ArrayLike<number>, Number) : [];
  const parts: Point[][] = [];
  for (let at = 0; at < numbers.length;) {
    const step = numbers[at] ?? CLOSE;
    const length = STEPS[step];
    if (length === undefined) return [];
    const point: Point = [numbers[at + length - 1] ?? 0, numbers[at + length] ?? 0];
    const last = parts.at(-1);
    if (step === CLOSE) {
      if (last?.[0] !== undefined) last.push(last[0]);
    } else if (step === BEGIN || length > 2) parts.push([point]);
    else last?.push(point);
    at += length + 1;
  }
  return parts;
}

/** Lines that go on with one another as one. */
function whole(rules: readonly Rule[]): readonly Rule[] {
  const lines: { at: number; rules: Rule[] }[] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const line = lines.at(-1);
    if (line !== undefined && rule.at - line.at <= NEAR) line.rules.push(rule);
    else lines.push({ at: rule.at, rules: [rule] });
  }
  return lines.flatMap(({ at, rules: own }) => {
    const joined: Rule[] = [];
    for (const { from, to } of own.toSorted((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last !== undefined && from <= last.to + NEAR) joined[joined.length - 1] = { at, from: last.from, to: Math.max(last.to, to) };
      else joined.push({ at, from, to });
    }
    return joined;
  });
}
