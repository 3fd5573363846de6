/** The import rules as dependency-cruiser reads them. */
export interface ImportRule {
  readonly name: string;
  readonly comment?: string;
  readonly from: { readonly path?: string };
}

const file = new URL('../../.dependency-cruiser.js', import.meta.url).href;
const { default: config } = (await import(file)) as { readonly default: { readonly forbidden: readonly ImportRule[] } };

export const IMPORT_RULES = config.forbidden;

/** The folders of each floor but the highest, from the lowest up. */
export const FLOORS = IMPORT_RULES.filter(({ name }) => name.endsWith('-looks-down-only')).map(
  ({ from }) => /\((.*)\)/.exec(from.path ?? '')?.[1]?.split('|') ?? [],
);
