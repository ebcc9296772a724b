import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { MAX_VOICE_SECONDS } from 'shared/claim/voice-note';
import { a11y } from '@/lib/a11y/a11y';
import type { Voice } from '@/lib/media/use-voice';
import { Button } from '../button/button';
import { FieldFrame } from '../field/field-frame';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import styles from './voice-note.module.scss';

interface VoiceNoteProps {
  /** Names the controls: `…-record`, `…-stop`, `…-play`, `…-retry`, `…-again`, `…-remove`, `…-settings`. */
  id?: string;
  label: string;
  /** What `useVoice` gives. */
  voice: Voice;
  hint?: string;
  error?: string;
}

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
const status = a11y({ role: 'status' });

/** What there is, in words. */
function Told({ icon, children }: { icon: 'mic' | 'done' | 'clock'; children: ReactNode }) {
  return (
    <View className={styles.told} {...status}>
      <Icon name={icon} />
      <Text className={styles.words}>{children}</Text>
    </View>
  );
}

/** The time passed and the time there is. */
function Running({ seconds }: { seconds: number }) {
  return (
    <View className={styles.running}>
      <View className={styles.told}>
        <View className={styles.dot} />
        <Text className={styles.words} {...status}>
          正在录音
        </Text>
        <Text className={styles.time}>{`${clock(seconds)} / ${clock(MAX_VOICE_SECONDS)}`}</Text>
      </View>
      <View className={styles.track}>
        <View
          className={styles.passed}
          style={`width:${Math.min(100, (seconds / MAX_VOICE_SECONDS) * 100)}%`}
        />
      </View>
    </View>
  );
}

/** A voice note: record, listen, record again, take away. Each state says in words what it is and what may be done. */
export function VoiceNote({ id, label, voice, hint, error }: VoiceNoteProps) {
  const { state, seconds, isPlaying, isUnplayable } = voice;
  const named = (control: string) => (id === undefined ? undefined : `${id}-${control}`);
  const again = (
    <Button id={named('again')} kind="quiet" icon="mic" onPress={voice.record}>
      重新录
    </Button>
  );
  const listen = (
    <Button id={named('play')} kind="secondary" icon={isPlaying ? 'stop' : 'play'} onPress={voice.play}>
      {isPlaying ? '停止播放' : '听一遍'}
    </Button>
  );
  const remove = (
    <Button id={named('remove')} kind="danger" icon="delete" onPress={voice.remove}>
      删除录音
    </Button>
  );
  const parts: Record<typeof state.kind, ReactNode> = {
    none: (
      <Button id={named('record')} kind="secondary" icon="mic" onPress={voice.record}>
        开始录音
      </Button>
    ),
    recording: (
      <>
        <Running seconds={seconds} />
        <Button id={named('stop')} icon="stop" onPress={voice.stop}>
          说完了
        </Button>
      </>
    ),
    uploading: <Told icon="clock">{`录了 ${seconds} 秒，正在上传`}</Told>,
    done: (
      <>
        <Told icon="done">
          {isUnplayable ? `录音 ${seconds} 秒，已传好。这部手机上放不出来了。` : `录音 ${seconds} 秒，已传好`}
        </Told>
        {listen}
        <View className={styles.pair}>
          {again}
          {remove}
        </View>
      </>
    ),
    failed: (
      <>
        <Notice tone="due" announced>
          录音没有传上去，请检查网络后再传一次。
        </Notice>
        <Button id={named('retry')} kind="secondary" icon="retry" onPress={voice.retry}>
          再传一次
        </Button>
        {listen}
        <View className={styles.pair}>
          {again}
          {remove}
        </View>
      </>
    ),
    denied: (
      <>
        <Notice tone="due" title="还不能录音" announced>
          没有打开麦克风。请打开后回来再录，或者直接写几句。
        </Notice>
        <Button id={named('settings')} kind="secondary" onPress={voice.openSettings}>
          去打开麦克风
        </Button>
        {again}
      </>
    ),
    gone: (
      <>
        <Notice tone="due" announced>
          上次的录音没传上去，手机里已经找不到了。请再录一次，或者直接写几句。
        </Notice>
        {again}
      </>
    ),
    broken: (
      <>
        <Notice tone="due" announced>
          没有录到声音。请再录一次，或者直接写几句。
        </Notice>
        {again}
      </>
    ),
  };
  return (
    <FieldFrame label={label} hint={hint} error={error}>
      <View className={styles.note}>{parts[state.kind]}</View>
    </FieldFrame>
  );
}
