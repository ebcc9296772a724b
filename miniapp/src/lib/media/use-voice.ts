import { useEffect, useRef, useState } from 'react';
import { uploadFile } from '../cloud/upload';
import { fileSize } from './file-size';
import { dropFile, keepFile } from './kept-file';
import { playSound } from './play-sound';
import { openMicrophoneSettings, startRecorder } from './recorder';
import type { Recorder, RecordingEnd } from './recording';

/** What a draft keeps of a voice note; the file id is empty while it is not uploaded. */
export interface KeptVoice {
  path: string;
  fileId: string;
  seconds: number;
}

export type VoiceState =
  | { kind: 'none' }
  | { kind: 'recording' }
  | { kind: 'uploading' | 'failed'; path: string }
  | { kind: 'done'; path: string; fileId: string }
  /** The microphone is not allowed. */
  | { kind: 'denied' }
  /** Nothing was recorded. */
  | { kind: 'broken' }
  /** Recorded on an earlier visit, not uploaded then, and no longer on this phone. */
  | { kind: 'gone' };

export interface Voice {
  state: VoiceState;
  /** Recorded so far, or in all. */
  seconds: number;
  isPlaying: boolean;
  /** It is uploaded, but this phone can no longer play it. */
  isUnplayable: boolean;
  record: () => void;
  stop: () => void;
  /** Plays, or stops playing. */
  play: () => void;
  retry: () => Promise<void>;
  remove: () => void;
  openSettings: () => Promise<void>;
  /** What a draft keeps of it; undefined when there is nothing uploaded. */
  kept: KeptVoice | undefined;
}

/** Listens to a recording, and counts nothing of it. */
const usePlayer = (path: string | undefined) => {
  const [isPlaying, setPlaying] = useState(false);
  const [isUnplayable, setUnplayable] = useState(false);
  const end = useRef<() => void>();
  const hush = () => {
    end.current?.();
    end.current = undefined;
    setPlaying(false);
  };
  useEffect(() => () => end.current?.(), []);
  const play = () => {
    if (isPlaying || path === undefined) {
      hush();
      return;
    }
    setPlaying(true);
    setUnplayable(false);
    end.current = playSound(path, (played) => {
      end.current = undefined;
      setPlaying(false);
      setUnplayable(!played);
    });
  };
  return { isPlaying, isUnplayable, play, hush };
};

const stateOf = (before: KeptVoice | undefined): VoiceState => {
  if (before === undefined) return { kind: 'none' };
  const { path, fileId } = before;
  return fileId === '' ? { kind: 'uploading', path } : { kind: 'done', path, fileId };
};

/**
 * Records a voice note of at most a minute, keeps it in the app's own files and uploads it at once.
 *
 * @param before recorded earlier, to begin with; what was not uploaded then is uploaded now, or said to be gone.
 */
export const useVoice = (before?: KeptVoice): Voice => {
  const [state, setState] = useState(() => stateOf(before));
  const [seconds, setSeconds] = useState(before?.seconds ?? 0);
  const recorder = useRef<Recorder>();
  /** Counts recordings: what comes back of one that was given up changes nothing. */
  const turn = useRef(0);
  const path = 'path' in state ? state.path : undefined;
  const { isPlaying, isUnplayable, play, hush } = usePlayer(path);

  const isRecording = state.kind === 'recording';
  useEffect(() => {
    if (!isRecording) return undefined;
    const clock = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(clock);
  }, [isRecording]);
  useEffect(
    () => () => {
      turn.current += 1;
      recorder.current?.stop();
    },
    [],
  );

  const send = async (recorded: string, mine: number): Promise<void> => {
    setState({ kind: 'uploading', path: recorded });
    try {
      const fileId = await uploadFile(recorded);
      if (turn.current === mine) setState({ kind: 'done', path: recorded, fileId });
    } catch {
      if (turn.current === mine) setState({ kind: 'failed', path: recorded });
    }
  };

  const takeUpAgain = async ({ path: recorded }: KeptVoice, mine: number): Promise<void> => {
    const size = await fileSize(recorded);
    if (turn.current !== mine) return;
    if (size === undefined) setState({ kind: 'gone' });
    else await send(recorded, mine);
  };
  const begun = useRef(before);
  const goOn = useRef(takeUpAgain);
  useEffect(() => {
    if (begun.current?.fileId === '') void goOn.current(begun.current, turn.current);
  }, []);

  /** Without room on the phone it is sent from where it lies. */
  const keepAndSend = async (recorded: string, mine: number): Promise<void> => {
    setState({ kind: 'uploading', path: recorded });
    const kept = await keepFile(recorded);
    if (turn.current === mine) await send(kept ?? recorded, mine);
    else if (kept !== undefined) dropFile(kept);
  };

  const take = (end: RecordingEnd): void => {
    recorder.current = undefined;
    if (end.kind === 'recorded' && end.seconds > 0) {
      setSeconds(end.seconds);
      void keepAndSend(end.path, turn.current);
    } else if (end.kind === 'cancelled') setState({ kind: 'none' });
    else setState({ kind: end.kind === 'denied' ? 'denied' : 'broken' });
  };

  const begin = (): number => {
    hush();
    if (path !== undefined) dropFile(path);
    setSeconds(0);
    turn.current += 1;
    return turn.current;
  };

  return {
    state,
    seconds,
    isPlaying,
    isUnplayable,
    record: () => {
      if (isRecording) return;
      const mine = begin();
      setState({ kind: 'recording' });
      recorder.current = startRecorder((end) => {
        if (turn.current === mine) take(end);
      });
    },
    stop: () => recorder.current?.stop(),
    play,
    retry: async () => {
      if (state.kind === 'failed') await send(state.path, turn.current);
    },
    remove: () => {
      begin();
      setState({ kind: 'none' });
    },
    openSettings: openMicrophoneSettings,
    kept: state.kind === 'done' ? { path: state.path, fileId: state.fileId, seconds } : undefined,
  };
};
