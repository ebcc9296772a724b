import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { playSound } from '@/lib/media/play-sound';

/** The family's spoken account: played here, stopped by a second press and when the page is left. */
export function CaseVoice({ url }: { url: string }) {
  const stopSound = useRef<() => void>();
  const [state, setState] = useState<'still' | 'playing' | 'broken'>('still');
  useEffect(() => () => stopSound.current?.(), []);

  const end = (next: 'still' | 'broken') => {
    stopSound.current = undefined;
    setState(next);
  };
  const play = () => {
    setState('playing');
    stopSound.current = playSound(url, (played) => end(played ? 'still' : 'broken'));
  };
  const stop = () => {
    stopSound.current?.();
    end('still');
  };
  return (
    <>
      {state === 'playing' ? (
        <Button id="case-voice" kind="secondary" icon="pause" onPress={stop}>
          停
        </Button>
      ) : (
        <Button id="case-voice" kind="secondary" icon="play" onPress={play}>
          听家属说的经过
        </Button>
      )}
      {state === 'broken' ? <Notice tone="due">没有放出来，请再按一次。</Notice> : null}
    </>
  );
}
