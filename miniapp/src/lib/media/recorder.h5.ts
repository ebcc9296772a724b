import { MAX_VOICE_SECONDS } from 'shared/claim/voice-note';
import { waveFile } from './wave-file.h5';
import type { RecordingEnd, Recorder } from './recording';

const SAMPLES_A_SECOND = 16_000;

/** Browsers record what only browsers play: it becomes plain samples, as every phone reads them. */
const asWave = async (recorded: Blob): Promise<{ path: string; seconds: number }> => {
  const context = new AudioContext();
  const sound = await context.decodeAudioData(await recorded.arrayBuffer());
  await context.close();
  const length = Math.min(sound.duration, MAX_VOICE_SECONDS);
  const mono = new OfflineAudioContext(1, Math.ceil(length * SAMPLES_A_SECOND), SAMPLES_A_SECOND);
  const source = mono.createBufferSource();
  source.buffer = sound;
  source.connect(mono.destination);
  source.start();
  const samples = (await mono.startRendering()).getChannelData(0);
  return { path: URL.createObjectURL(waveFile(samples, SAMPLES_A_SECOND)), seconds: Math.round(length) };
};

/** Where there is no microphone a file is chosen. */
const chooseSound = (onEnd: (end: RecordingEnd) => void): void => {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = 'audio/*';
  input.hidden = true;
  input.dataset['purpose'] = 'voice';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    input.remove();
    if (file === undefined) onEnd({ kind: 'cancelled' });
    else
      asWave(file).then(
        (wave) => onEnd({ kind: 'recorded', ...wave }),
        () => onEnd({ kind: 'failed' }),
      );
  });
  input.addEventListener('cancel', () => {
    input.remove();
    onEnd({ kind: 'cancelled' });
  });
  document.body.append(input);
  input.click();
};

const isRefusal = (thrown: unknown): boolean =>
  thrown instanceof DOMException && (thrown.name === 'NotAllowedError' || thrown.name === 'SecurityError');

/** The browser's side of `startRecorder`. */
export const startRecorder = (onEnd: (end: RecordingEnd) => void): Recorder => {
  // Only pages of a safe origin have microphones, whatever the types say.
  if (!('mediaDevices' in navigator) || !('MediaRecorder' in window)) {
    chooseSound(onEnd);
    return { stop: () => undefined };
  }
  let isOver = false;
  let recorder: MediaRecorder | undefined;
  const stop = () => {
    isOver = true;
    if (recorder?.state === 'recording') recorder.stop();
  };
  navigator.mediaDevices.getUserMedia({ audio: true }).then(
    (stream) => {
      const parts: Blob[] = [];
      recorder = new MediaRecorder(stream);
      recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
      recorder.addEventListener('stop', () => {
        stream.getTracks().forEach((track) => track.stop());
        asWave(new Blob(parts)).then(
          (wave) => onEnd({ kind: 'recorded', ...wave }),
          () => onEnd({ kind: 'failed' }),
        );
      });
      recorder.start();
      setTimeout(stop, MAX_VOICE_SECONDS * 1000);
      if (isOver) stop();
    },
    (thrown: unknown) => onEnd({ kind: isRefusal(thrown) ? 'denied' : 'failed' }),
  );
  return { stop };
};

/** A browser has no page to open for it: its own bar asks again. */
export const openMicrophoneSettings = async (): Promise<void> => undefined;
