/** What stands before the reports of several contracts: of each the verdict and the money, to go on from there. */
import { field, fields, group, table, type Block, type Group, type Table } from './blocks.js';
import { head } from './head.js';
import type { Page } from './page.js';

export interface Overview {
  readonly title: string;
  /** Contract, verdict, money. */
  readonly columns: readonly [string, string, string];
  readonly rows: readonly OverviewRow[];
}

export interface OverviewRow {
  readonly contract: string;
  readonly verdict: string;
  readonly money: string;
}

/** null: of one contract its own head says it all. */
export function overviewOf(pages: readonly Page[]): Overview | null {
  const [first] = pages;
  if (first === undefined || pages.length === 1) return null;
  const columns = [first.t('合同', 'Contract'), first.t('结论', 'Verdict'), first.t('金额', 'Money')] as const;
  return {
    title: first.t(`共检查${pages.length}份合同`, `${pages.length} contracts checked`),
    columns,
    rows: pages.map((page) => rowOf(page, columns)),
  };
}

/** As a table with a line for each contract. */
export const overviewTable = ({ columns, rows }: Overview): Table =>
  table(
    columns.map((title) => ({ title })),
    rows.map(({ contract, verdict, money }) => ({ cells: [contract, verdict, money].map((text) => ({ text })) })),
  );

/** As a list, where a table would be too narrow to be read. */
export const overviewGroups = ({ columns: [, verdict, money], rows }: Overview): readonly Group[] =>
  rows.map((row) => group(row.contract, [fields([...field(verdict, [row.verdict]), ...field(money, row.money.split('\n'))])]));

function rowOf(page: Page, [, verdict, money]: Overview['columns']): OverviewRow {
  const { fields } = head(page);
  const beside = (label: string): readonly string[] => fields.filter((one) => one.label === label).flatMap(({ blocks }) => textsOf(blocks));
  const { title, id } = page.report.contract;
  return { contract: page.t(`${title}，${id}`, `${title}, ${id}`), verdict: beside(verdict)[0] ?? '', money: beside(money).join('\n') };
}

const textsOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.kind === 'items' ? block.items.map(({ text }) => text) : [],
  );
