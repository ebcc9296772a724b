import { createHash } from 'node:crypto';
import type { Claim } from '../../../shared/claim/claim.schema';
import type { Place } from '../../../shared/errors/app-error';
import type { CleanSound } from '../../_core/sounds/clean-sound';
import type { Workshop } from '../../_core/operation';
import { checkVoice } from '../upload/check-voice';

/** A voice note ready to be kept (null: nothing was spoken), or what is wrong with it; nothing is stored yet. */
export interface CheckedVoice {
  readonly sound: CleanSound | null;
  readonly faults: readonly Place[];
}

/** Reads the voice note of a report, if there is one, and makes it safe to keep. */
export const checkNote = async (
  workshop: Pick<Workshop, 'ports'>,
  fileId: string | null,
): Promise<CheckedVoice> => {
  if (fileId === null) return { sound: null, faults: [] };
  const sound = await checkVoice(workshop, fileId);
  return sound.ok ? { sound, faults: [] } : { sound: null, faults: [{ path: 'voice', ...sound.fault }] };
};

/** Stores a voice note under its content's hash, as photos are. */
export const keepNote = async (
  { ports }: Pick<Workshop, 'ports'>,
  { sound }: CheckedVoice,
): Promise<Claim['voice']> => {
  if (sound === null) return null;
  const sha256 = createHash('sha256').update(sound.bytes).digest('hex');
  const fileId = await ports.files.write(`claims/${sha256}.${sound.kind}`, sound.bytes);
  return { fileId, sha256, bytes: sound.bytes.length, at: ports.clock.now() };
};
