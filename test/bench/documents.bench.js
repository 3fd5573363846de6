// A report of 2,000 findings in each format, time and peak memory, beside the same library writing the table of the findings alone, each in a
// process of its own. After `npm run build`: npm run bench documents
import console from 'node:console';
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { fileURLToPath, URL } from 'node:url';

const FINDINGS = 2000;
const [format, who] = process.argv.slice(2);

/** The example contract, its findings told again and again under other instances until there are enough. */
async function bigReport() {
  const { check, createCalendar, FORMATS, parseDay } = await import('../../dist/index.js');
  const { readInputs } = await import('../../dist/store/inputs.js');
  const fixture = (name) => fileURLToPath(new URL(`../../fixtures/call-center-service/${name}`, import.meta.url));
  const inputs = readInputs({ contracts: [fixture('contract.yaml')], events: [fixture('events.ndjson')], rulebooks: undefined });
  const calendar = createCalendar();
  const [report] = await check({ ...inputs, asOf: parseDay('2023-10-12'), calendar });
  const { findings } = report;
  const many = Array.from({ length: FINDINGS }, (_, index) => ({ ...findings[index % findings.length], instance: `i-${index}` }));
  return { report: { ...report, findings: many }, calendar, FORMATS };
}

const HEAD = ['条款', '事项', '实例', '结论', '末日'];
const rowsOf = ({ findings }) =>
  findings.map(({ clause, title, instance, status, due }) => [clause, title.zh, instance, status, due ?? '']);

/** The table of the findings, as plainly as the library does it. */
const PLAIN = {
  text: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  json: (rows) => JSON.stringify(rows, null, 2),
  ndjson: (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
  junit: async (rows) => {
    const { create } = await import('xmlbuilder2');
    return create({ testsuites: { testcase: rows.map((row) => ({ '@name': row.join(' ') })) } }).end({ prettyPrint: true });
  },
  sarif: (rows) => JSON.stringify({ runs: [{ results: rows.map((row) => ({ message: { text: row.join(' ') } })) }] }, null, 2),
  ics: async (rows) => {
    const { default: ical } = await import('ical-generator');
    const calendar = ical();
    for (const [clause, title, instance, , due] of rows)
      if (due !== '') calendar.createEvent({ id: instance, start: due, allDay: true, summary: `${clause} ${title}` });
    return calendar.toString();
  },
  md: async (rows) => {
    const { toMarkdown } = await import('mdast-util-to-markdown');
    const { gfmTableToMarkdown } = await import('mdast-util-gfm-table');
    const row = (cells) => ({
      type: 'tableRow',
      children: cells.map((value) => ({ type: 'tableCell', children: [{ type: 'text', value }] })),
    });
    return toMarkdown(
      { type: 'root', children: [{ type: 'table', children: [HEAD, ...rows].map(row) }] },
      { extensions: [gfmTableToMarkdown()] },
    );
  },
  html: async (rows) => {
    const { h } = await import('preact');
    const { renderToString } = await import('preact-render-to-string');
    return renderToString(
      h(
        'table',
        null,
        [HEAD, ...rows].map((row) =>
          h(
            'tr',
            null,
            row.map((cell) => h('td', null, cell)),
          ),
        ),
      ),
    );
  },
  pdf: async (rows) => {
    const { default: pdfmake } = await import('pdfmake');
    const { fontFiles } = await import('../../dist/report/paper/fonts.js');
    const { regular, bold } = fontFiles();
    pdfmake.setFonts({ Hans: { normal: regular, bold } });
    return pdfmake
      .createPdf({ content: [{ table: { headerRows: 1, body: [HEAD, ...rows] } }], defaultStyle: { font: 'Hans' } })
      .getBuffer();
  },
  docx: async (rows) => {
    const { Document, Packer, Paragraph, Table, TableCell, TableRow } = await import('docx');
    const row = (cells) => new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
    return Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows: [HEAD, ...rows].map(row) })] }] }));
  },
  xlsx: async (rows) => {
    const { default: exceljs } = await import('@protobi/exceljs');
    const workbook = new exceljs.Workbook();
    workbook.addWorksheet('结论').addRows([HEAD, ...rows]);
    return workbook.xlsx.writeBuffer();
  },
};

async function one() {
  const { report, calendar, FORMATS } = await bigReport();
  const rows = rowsOf(report);
  const before = process.resourceUsage().maxRSS;
  const began = performance.now();
  const bytes =
    who === 'plain' ? await PLAIN[format](rows) : await FORMATS[format]([report], { lang: 'zh', color: false, width: 100 }, calendar);
  const [took, peak] = [performance.now() - began, process.resourceUsage().maxRSS];
  console.log(JSON.stringify({ took, peak, before, size: bytes.length }));
}

function all() {
  const measure = (name, side) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), name, side], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} ${side}: ${stderr}`);
    return JSON.parse(stdout);
  };
  const say = ({ took, peak, before, size }) =>
    `${(took / 1000).toFixed(2)} s, ${(size / 1024).toFixed(0)} kB, peak ${(peak / 1024).toFixed(0)} MB (${(before / 1024).toFixed(0)} MB before)`;
  console.log(`${FINDINGS} findings; plain: their table alone, by the same library`);
  for (const name of Object.keys(PLAIN)) {
    const [ours, plain] = [measure(name, 'ours'), measure(name, 'plain')];
    console.log(`${name.padEnd(7)} ${say(ours)}; plain ${say(plain)}; ${(ours.took / plain.took).toFixed(1)} times`);
  }
}

if (format === undefined) all();
else await one();
