/** Thrown instead of an answer: the server cuts the connection, as a network does that loses an answer. */
export class LostAnswer extends Error {
  /** @param holdMs how long the caller is kept waiting first, real milliseconds. */
  constructor(readonly holdMs = 0) {
    super('the answer is lost, as planned');
    this.name = 'LostAnswer';
  }
}
