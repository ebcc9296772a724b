import { useEffect, useRef } from 'react';
import { VoiceNote } from '@/components/voice-note/voice-note';
import { useVoice, type VoiceState } from '@/lib/media/use-voice';
import type { ClaimDraft, ClaimForm } from './claim-draft';

/** What a draft keeps of a recording; the file id is empty while it is not uploaded. */
const keptOf = (state: VoiceState, seconds: number): ClaimDraft['voice'] => {
  if (state.kind === 'done') return { path: state.path, fileId: state.fileId, seconds };
  return state.kind === 'uploading' || state.kind === 'failed'
    ? { path: state.path, fileId: '', seconds }
    : null;
};

/** What happened, spoken instead of written or beside it; each change goes into the draft. */
export function SpokenStory({ form, label }: { form: ClaimForm; label: string }) {
  const { draft, answer, faultAt } = form;
  const voice = useVoice(draft.voice ?? undefined);
  const kept = keptOf(voice.state, voice.seconds);
  const told = useRef(JSON.stringify(kept));
  useEffect(() => {
    const now = JSON.stringify(kept);
    if (now === told.current) return;
    told.current = now;
    answer({ voice: kept });
  });
  return (
    <VoiceNote id="claim-voice" label={label} voice={voice} hint="工作人员会听。" error={faultAt('voice')} />
  );
}
