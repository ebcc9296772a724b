import { Section } from '@/components/section/section';
import { VoiceNote } from '@/components/voice-note/voice-note';
import { useVoice, type Voice, type VoiceState } from '@/lib/media/use-voice';

const nothing = () => undefined;
const later = async () => undefined;
const inState = (state: VoiceState, seconds = 23, isPlaying = false): Voice => ({
  state,
  seconds,
  isPlaying,
  isUnplayable: false,
  record: nothing,
  stop: nothing,
  play: nothing,
  retry: later,
  remove: nothing,
  openSettings: later,
  kept: undefined,
});
const file = { path: '', fileId: '' };

export function VoiceNotes() {
  const voice = useVoice();
  return (
    <>
      <Section title="说给我们听">
        <VoiceNote id="live" label="经过" voice={voice} hint="怎么受的伤，说几句就行，最长 1 分钟。" />
      </Section>
      <Section title="各种情况">
        <VoiceNote label="正在录" voice={inState({ kind: 'recording' })} />
        <VoiceNote label="正在传" voice={inState({ kind: 'uploading', ...file })} />
        <VoiceNote label="传好了" voice={inState({ kind: 'done', ...file })} />
        <VoiceNote label="正在放" voice={inState({ kind: 'done', ...file }, 60, true)} />
        <VoiceNote label="没传上" voice={inState({ kind: 'failed', ...file })} />
        <VoiceNote label="不让录" voice={inState({ kind: 'denied' })} />
        <VoiceNote label="没录到" voice={inState({ kind: 'broken' })} error="请说几句经过，或者写几句。" />
      </Section>
    </>
  );
}
