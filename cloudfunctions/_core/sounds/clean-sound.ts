import { fileKindOf, type FileKind } from '../file-kind';
import { boxedSound } from './boxed-sound';
import { aacFrames, mp3Frames, type Frames } from './framed-sound';
import { waveSound } from './wave-sound';

/** What phones record. */
type SoundKind = 'mp3' | 'aac' | 'm4a' | 'wav';

/** A recording without anything that its phone or somebody else wrote beside the sound. */
export interface CleanSound {
  readonly ok: true;
  readonly bytes: Buffer;
  readonly kind: SoundKind;
  readonly ms: number;
}

/** Why bytes are no recording: another kind of file, or broken. */
export type NotASound = Exclude<FileKind, SoundKind> | 'damaged';

/** The share of a file that its frames must make up: what a recorder leaves at the end is a few bytes. */
const SOUND_SHARE = 0.5;

const joined = ({ frames, ms }: Frames, whole: number): { bytes: Buffer; ms: number } | undefined => {
  const bytes = Buffer.concat(frames);
  // A single frame may be chance; a few begin at the right place only in sound.
  return frames.length >= 3 && bytes.length >= whole * SOUND_SHARE ? { bytes, ms } : undefined;
};

const cleaners: Readonly<Record<SoundKind, (bytes: Buffer) => { bytes: Buffer; ms: number } | undefined>> = {
  mp3: (bytes) => joined(mp3Frames(bytes), bytes.length),
  aac: (bytes) => joined(aacFrames(bytes), bytes.length),
  m4a: boxedSound,
  wav: waveSound,
};
const isSound = (kind: FileKind): kind is SoundKind => kind in cleaners;

/** Recordings by their content: MP3 and AAC as WeChat records them, M4A, WAV. Never throws for what the bytes are. */
export const cleanSound = (
  bytes: Buffer,
): CleanSound | { readonly ok: false; readonly reason: NotASound } => {
  const kind = fileKindOf(bytes);
  // Some phones name the container of a film though it holds sound alone.
  const found = kind === 'video' && boxedSound(bytes) ? 'm4a' : kind;
  if (!isSound(found)) return { ok: false, reason: found };
  const cleaned = cleaners[found](bytes);
  return cleaned ? { ok: true, kind: found, ...cleaned } : { ok: false, reason: 'damaged' };
};
