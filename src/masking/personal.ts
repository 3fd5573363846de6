/** What of a text says who a person is, or where a person can be reached or paid. */
export type PersonalKind = 'mobile' | 'landline' | 'identity' | 'account' | 'email' | 'declared';

export interface Personal {
  readonly kind: PersonalKind;
  /** Without separators, signs of another width or case: the same however it is written. */
  readonly value: string;
  /** In the text as written; `end` is not included. */
  readonly start: number;
  readonly end: number;
}
