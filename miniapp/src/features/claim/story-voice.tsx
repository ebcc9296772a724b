import { useEffect } from 'react';
import { VoiceNote } from '@/components/voice-note/voice-note';
import { useVoice } from '@/lib/media/use-voice';
import type { ClaimDraft, ClaimForm } from './claim-draft';

/** What happened, spoken; without a network it stays on the phone and goes with the report. */
export function StoryVoice({ form }: { form: ClaimForm }) {
  const { draft, answer, faultAt } = form;
  const voice = useVoice(draft.voice ?? undefined);
  const { state, seconds, kept } = voice;
  const onPhone = state.kind === 'failed' ? { path: state.path, fileId: '', seconds } : null;
  const known: ClaimDraft['voice'] = kept ?? onPhone;
  const changed = known?.path !== draft.voice?.path || known?.fileId !== draft.voice?.fileId;
  useEffect(() => {
    if (changed) answer({ voice: known });
  });
  return (
    <VoiceNote
      id="claim-voice"
      label="也可以说一段"
      voice={voice}
      hint="不方便写字，就录一段：怎么出的事、伤在哪里、送到哪家医院。最长一分钟。"
      error={faultAt('voice')}
    />
  );
}
