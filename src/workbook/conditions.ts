/** The keys of a rule that hold a condition. */
export const CONDITIONS = ['when', 'formality', 'exercised', 'met', 'breached', 'exceeded'] as const;
