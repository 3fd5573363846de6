/** The contract on which the cases are built; it is no list of cases. */
export const BASE = 'cases/base.yaml';
