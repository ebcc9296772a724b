import { useEffect, useRef, useState } from 'react';
import Taro, { type InnerAudioContext } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';

/** The family's spoken account: played here, stopped by a second press and when the page is left. */
export function VoiceNote({ url }: { url: string }) {
  const player = useRef<InnerAudioContext>();
  const [state, setState] = useState<'still' | 'playing' | 'broken'>('still');
  useEffect(() => () => player.current?.destroy(), []);

  const play = () => {
    const audio = (player.current ??= Taro.createInnerAudioContext());
    audio.src = url;
    audio.onEnded(() => setState('still'));
    audio.onError(() => setState('broken'));
    setState('playing');
    audio.play();
  };
  const stop = () => {
    player.current?.stop();
    setState('still');
  };
  return (
    <>
      <Button
        id="case-voice"
        kind="secondary"
        icon={state === 'playing' ? 'pause' : 'bell'}
        onPress={state === 'playing' ? stop : play}
      >
        {state === 'playing' ? '停' : '听家属说的经过'}
      </Button>
      {state === 'broken' ? <Notice tone="due">没有放出来，请再按一次。</Notice> : null}
    </>
  );
}
