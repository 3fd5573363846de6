// Ours against chinese-days in the same run, from date strings. Run after `npm run build`: node test/bench/calendar.bench.js
// TZ is set before the package is loaded: elsewhere it answers for the day before.
import console from 'node:console';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

process.env.TZ = 'Asia/Shanghai';
const require = createRequire(import.meta.url);
const theirs = require('chinese-days');
const { createCalendar } = await import('../../dist/calendar/calendar.js');
const { formatDay, parseDay } = await import('../../dist/calendar/day.js');

const began = performance.now();
const calendar = createCalendar();
const created = performance.now() - began;

const dates = [];
for (let day = calendar.first; day <= calendar.last; day++) dates.push(formatDay(day));

/** Nanoseconds a call, the median of five rounds of at least 50 ms. */
function time(call) {
  const rounds = [];
  for (let round = 0; round < 5; round++) {
    const start = performance.now();
    let calls = 0;
    while (performance.now() - start < 50) for (let i = 0; i < 20; i++) call(dates[(calls++ * 37) % dates.length]);
    rounds.push(((performance.now() - start) * 1e6) / calls);
  }
  return rounds.sort((a, b) => a - b)[2];
}

const nth = (date, n) => formatDay(calendar.nthWorkingDay(parseDay(date), n));
const rows = [
  ['work or rest of a day', (d) => calendar.isWorkingDay(parseDay(d)), (d) => theirs.isWorkday(d), 20],
  ['kind of a day', (d) => calendar.kindOf(parseDay(d)), (d) => theirs.getDayDetail(d), 20],
  ['the 20th working day', (d) => nth(d, 20), (d) => theirs.findWorkday(20, d), 100],
  ['the 250th working day', (d) => nth(d, 250), (d) => theirs.findWorkday(250, d), 100],
];

let isMet = true;
for (const [name, ours, other, goal] of rows) {
  const [a, b] = [time(ours), time(other)];
  const ratio = b / a;
  if (ratio < goal) isMet = false;
  console.log(`${name}: ${a.toFixed(0)} ns, chinese-days ${b.toFixed(0)} ns, ${ratio.toFixed(0)} times (goal ${goal})`);
}

const differ = dates.filter((date) => calendar.isWorkingDay(parseDay(date)) !== theirs.isWorkday(date));
console.log(`work or rest differs on ${differ.length} of ${dates.length} days: ${differ.join(' ')}`);
console.log(`creating the calendar: ${created.toFixed(1)} ms`);
if (!isMet || differ.join() !== '2005-12-31') process.exitCode = 1;
