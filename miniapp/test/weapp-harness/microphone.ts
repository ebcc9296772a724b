/** WeChat's one recorder: what comes of it is told to listeners, after the call and as JSON. */
import type { Person } from './person';
import type { PhoneFiles } from './phone-files';
import { PlatformFailure, type PlatformFunction } from './platform-call';

type Listener = (told: unknown) => void;
type Event = 'stop' | 'error' | 'interruption';

interface Side {
  person: Person;
  files: PhoneFiles;
}

/** The recorder of a phone; who says nothing does not let the app listen. */
export function microphone(
  platformCall: (name: string, run: (options: never) => unknown) => PlatformFunction,
  { person, files }: Side,
) {
  const listeners = new Map<Event, Listener>();
  const on = (event: Event) => (listener: Listener) => void listeners.set(event, listener);
  const tell = (event: Event) => (told: unknown) => listeners.get(event)?.(told);

  const begins = platformCall('operateRecorder', () => {
    if (person.says === undefined) throw new PlatformFailure('auth deny');
  });
  const ends = platformCall('operateRecorder', () => {
    const { says } = person;
    if (says === undefined) throw new PlatformFailure('recorder not start');
    return { tempFilePath: files.keep(says.bytes, says.name), duration: says.seconds * 1000 };
  });
  return {
    onStop: on('stop'),
    onError: on('error'),
    onInterruptionBegin: on('interruption'),
    start: () => void begins({ fail: tell('error') }),
    stop: () => void ends({ success: tell('stop'), fail: tell('error') }),
  };
}
