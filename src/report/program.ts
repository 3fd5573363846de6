/** The program that made a report. A test holds the version against package.json. */
export const PROGRAM = { name: 'heyue', version: '0.1.0' } as const;
