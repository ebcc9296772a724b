/** Where the time comes from: epoch milliseconds. Days are China days, made in shared/time. */
export interface Clock {
  now(): number;
}
