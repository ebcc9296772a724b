/** What the person who holds the phone does when the phone asks: set by a test before it taps. */
export interface Person {
  /** At WeChat's cashier. `silent` pays, but the phone never tells the app. */
  atCashier: 'pay' | 'cancel' | 'fail' | 'silent';
  /** Whether subscribe messages are allowed when asked for. */
  acceptsMessages: boolean;
  /** Whether a dialogue is confirmed. */
  confirms: boolean;
  /** Which line of an action sheet is tapped, counted from 0; undefined cancels. */
  picksLine: number | undefined;
  /** The photos taken when the app next opens the camera, as files; none cancels. */
  photos: { name: string; bytes: Uint8Array }[];
  /** What is said when the app next records, as the file that comes of it; undefined: the microphone is not allowed. */
  says: { name: string; bytes: Uint8Array; seconds: number } | undefined;
  /** Without a network every call to the cloud fails. */
  online: boolean;
}

/** What the person saw outside the pages. */
export interface Seen {
  toasts: string[];
  dialogues: { title: string; content: string }[];
  clipboard: string;
  /** Titles of the navigation bar that pages set by themselves. */
  titles: string[];
}

/** Somebody who agrees to everything and has a network. */
export function willingPerson(): Person {
  return {
    atCashier: 'pay',
    acceptsMessages: true,
    confirms: true,
    picksLine: 0,
    photos: [],
    says: undefined,
    online: true,
  };
}
