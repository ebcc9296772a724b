import { CardPhoto } from '@/components/card-photo/card-photo';
import { Section } from '@/components/section/section';
import { VoiceNote } from '@/components/voice-note/voice-note';
import type { CardReading } from '@/lib/media/use-card-photo';
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

const readings: CardReading[] = [
  { kind: 'idle' },
  { kind: 'reading' },
  { kind: 'read' },
  { kind: 'failed', why: '没看清卡号。请把银行卡有号码的一面放平、拍满画面再试，或者直接手填。' },
];

export function Media() {
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
      <Section title="拍银行卡">
        {readings.map((reading) => (
          <CardPhoto
            key={reading.kind}
            hint="拍有卡号的一面，自动填好卡号，照片认完马上删掉。存折请手填。"
            done="卡号填好了，请对照银行卡看一遍，不对可以改。照片已经删掉。"
            reading={reading}
            onTake={later}
          >
            拍银行卡
          </CardPhoto>
        ))}
      </Section>
    </>
  );
}
