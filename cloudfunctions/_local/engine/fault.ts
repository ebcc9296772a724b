/** Something a developer should know although the cloud would stay silent. */
export interface Fault {
  /**
   * `scan`: a query without a fitting index; `outside-transaction`: a write that the open transaction does not hold;
   * `left-running`: work of a function that was not finished at its reply.
   */
  readonly kind: 'scan' | 'outside-transaction' | 'left-running';
  readonly message: string;
}
