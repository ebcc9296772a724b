/** How a recording ended. */
export type RecordingEnd =
  | { kind: 'recorded'; path: string; seconds: number }
  /** The person, the phone or the browser does not let the app listen. */
  | { kind: 'denied' }
  | { kind: 'failed' }
  /** A file was to be chosen instead, and none was. */
  | { kind: 'cancelled' };

/** A recording on its way; it ends by `stop` or by itself, and tells so once. */
export interface Recorder {
  stop: () => void;
}
