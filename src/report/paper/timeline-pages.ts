import type { Timeline } from '../told/timeline.js';

/** Pixels: across an A4 page its letters are as large as those of a table. */
export const PICTURE_WIDTH = 720;
/** Lines of a timeline that stand on one page. */
const LINES = 34;

/** A long timeline in pieces that each fit on a page; all have the same axis. */
export const timelinePages = (timeline: Timeline): readonly Timeline[] =>
  Array.from({ length: Math.max(1, Math.ceil(timeline.lines.length / LINES)) }, (_, page) => ({
    ...timeline,
    lines: timeline.lines.slice(page * LINES, (page + 1) * LINES),
  }));
