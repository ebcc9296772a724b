import Taro from '@tarojs/taro';
import { MAX_VOICE_SECONDS } from 'shared/claim/voice-note';
import type { RecordingEnd, Recorder } from './recording';

/** How WeChat words that it may not listen: by the person, by the phone, by the privacy agreement. */
const NOT_ALLOWED = /auth|permission|privacy|authorize/i;

/** Records speech as MP3, which both systems do alike: about 360 KB a minute. Ends by itself after a minute. */
export const startRecorder = (onEnd: (end: RecordingEnd) => void): Recorder => {
  const manager = Taro.getRecorderManager();
  manager.onStop(({ tempFilePath, duration }) =>
    onEnd({ kind: 'recorded', path: tempFilePath, seconds: Math.round(duration / 1000) }),
  );
  manager.onError(({ errMsg }) => onEnd({ kind: NOT_ALLOWED.test(errMsg) ? 'denied' : 'failed' }));
  // A call comes in: what was said so far is kept.
  manager.onInterruptionBegin(() => manager.stop());
  manager.start({
    duration: MAX_VOICE_SECONDS * 1000,
    sampleRate: 16_000,
    numberOfChannels: 1,
    encodeBitRate: 48_000,
    format: 'mp3',
  });
  return { stop: () => manager.stop() };
};

/** Opens WeChat's own page where the microphone is allowed. */
export const openMicrophoneSettings = async (): Promise<void> => {
  await Taro.openSetting().catch((thrown: unknown) => console.warn('the settings were not opened', thrown));
};
