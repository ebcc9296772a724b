import { isInboxFile } from '../../../shared/claim/filing';
import { MAX_VOICE_BYTES, MAX_VOICE_SECONDS } from '../../../shared/claim/voice-note';
import type { Workshop } from '../../_core/operation';
import { cleanSound, type CleanSound, type NotASound } from '../../_core/sounds/clean-sound';
import type { UploadFault } from './clean-photo';

/** Recorders end a little late, and sound comes in whole frames. */
const TOLERANCE_MS = 1500;

const OTHER_FILE = '这个文件不是录音，请重新录一段，或者写几句。';
const WORDS: Readonly<Partial<Record<NotASound, string>>> = {
  empty: '这段录音是空的，请重新录一段，或者写几句。',
  damaged: '这段录音没有传完整，或者已经损坏。请重新录一段，或者写几句。',
  otherAudio: '这种格式的录音收不了，请在这里重新录一段，或者写几句。',
  program: '这是程序，不是录音，不能接收。请重新录一段。',
};

/**
 * Reads a voice note from the inbox and makes it safe to keep: what is no recording, longer than a minute or larger
 * than 2 MB is told with what to do.
 */
export const checkVoice = async (
  { ports }: Pick<Workshop, 'ports'>,
  fileId: string,
): Promise<CleanSound | { readonly ok: false; readonly fault: UploadFault }> => {
  const uploaded = isInboxFile(fileId) ? await ports.files.read(fileId) : undefined;
  if (!uploaded) return { ok: false, fault: { code: 'VOICE_MISSING' } };
  if (uploaded.length > MAX_VOICE_BYTES) return { ok: false, fault: { code: 'VOICE_TOO_LONG' } };
  const sound = cleanSound(uploaded);
  if (!sound.ok) {
    return { ok: false, fault: { code: 'VOICE_NOT_AUDIO', message: WORDS[sound.reason] ?? OTHER_FILE } };
  }
  const isTooLong = sound.ms > MAX_VOICE_SECONDS * 1000 + TOLERANCE_MS;
  return isTooLong ? { ok: false, fault: { code: 'VOICE_TOO_LONG' } } : sound;
};
