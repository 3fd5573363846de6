/** Imports go downwards only; each floor names what it may not see. See CONTRIBUTING.md, "The house". */
const floors = [
  ['input', 'masking'],
  ['calendar', 'money'],
  ['values'],
  ['contract', 'events', 'agreement', 'waivers'],
  ['operators', 'measures', 'facts'],
  ['rulebook'],
  ['lint', 'explain', 'scaffold', 'fidelity'],
  ['workbook'],
  ['engine'],
  ['findings'],
  ['report'],
  ['store'],
  ['proof', 'audit'],
  ['cli'],
];

/** Below it nothing knows the pipeline as a whole; the floors from here on run it. */
const runsThePipeline = floors.findIndex((folders) => folders.includes('proof'));

const upwards = floors.slice(0, -1).map((folders, level) => ({
  name: `${folders.join('-and-')}-looks-down-only`,
  comment: 'Data flows one way: a lower floor that knew a higher one could not be read, or tested, by itself.',
  severity: 'error',
  from: { path: `^src/(${folders.join('|')})/` },
  to: {
    path: `^src/(${floors
      .slice(level + 1)
      .flat()
      .join('|')})/|^src/(${level < runsThePipeline ? 'check|' : ''}cli|index)\\.ts$`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...upwards,
    {
      name: 'no-circles',
      comment: 'Files that import one another in a ring can only be understood all at once.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'one-judge',
      comment: 'json-rules-engine has dangerous defaults (path, operators, shared status); they are walled in at one place.',
      severity: 'error',
      from: { pathNot: '^src/engine/' },
      to: { path: 'node_modules/json-rules-engine' },
    },
    {
      name: 'one-calendar',
      comment: 'chinese-days answers for years it does not know; only calendar/ reads its table.',
      severity: 'error',
      from: { pathNot: '^src/calendar/' },
      to: { path: 'node_modules/chinese-days' },
    },
    {
      name: 'one-decimal',
      comment: 'The constructor with our precision and rounding is in money/.',
      severity: 'error',
      from: { pathNot: '^src/money/' },
      to: { path: 'node_modules/decimal\\.js' },
    },
    {
      name: 'one-writer',
      comment: 'The library that writes workbooks is old, slow to load and puts the clock into its files; one file knows it.',
      severity: 'error',
      from: { pathNot: '^src/workbook/write-workbook\\.ts$' },
      to: { path: 'node_modules/@protobi/exceljs' },
    },
    {
      name: 'one-reader',
      comment: 'Libraries that open files of strangers see only what has been let through, at one place each, and are slow to load.',
      severity: 'error',
      from: { pathNot: '^src/agreement/(word|pdf)-file\\.ts$' },
      to: { path: 'node_modules/(mammoth|unpdf)/' },
    },
    {
      name: 'files-at-the-edge',
      comment: 'A check is a pure function; files come in through store/ and cli/ only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|cli)/|^src/cli\\.ts$' },
      to: { dependencyTypes: ['core'], path: '^(node:)?(fs|child_process|net|http|https|os|process)(/|$)' },
    },
    {
      name: 'declared',
      comment: 'What is used is declared.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'unknown'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // csv-parse/sync and the like are named in a package's "exports" only.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
