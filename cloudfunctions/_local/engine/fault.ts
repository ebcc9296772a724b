/** Something a developer should know although the cloud would stay silent. */
export interface Fault {
  /** `scan`: a query without a fitting index; `outside-transaction`: a write that the open transaction does not hold. */
  readonly kind: 'scan' | 'outside-transaction';
  readonly message: string;
}
