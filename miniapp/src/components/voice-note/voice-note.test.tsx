import { act, fireEvent, render, screen } from '@testing-library/react';
import { useVoice, type KeptVoice } from '@/lib/media/use-voice';
import { answers, ownFiles, player, recorder, seen } from '../../../test/components/taro';
import { VoiceNote } from './voice-note';

let kept: KeptVoice | undefined;
function Note({ before }: { before?: KeptVoice }) {
  const voice = useVoice(before);
  kept = voice.kept;
  return <VoiceNote label="经过" voice={voice} />;
}

const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const says = (words: string | RegExp) => expect(screen.getByText(words)).toBeInTheDocument();
const told = (event: string, about?: Record<string, unknown>) => act(async () => recorder.tell(event, about));
const done = (name: string) => seen.calls.filter((call) => call.name === name).length;
const RECORDED = { tempFilePath: 'voice.mp3', duration: 12_300 };

describe('VoiceNote', () => {
  it('records MP3 of at most a minute, counts the seconds, and uploads when the person has said enough', async () => {
    jest.useFakeTimers();
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/voice.mp3' }));
    render(<Note />);
    await press('开始录音');
    expect(seen.calls.find(({ name }) => name === 'recorder.start')?.options).toMatchObject({
      format: 'mp3',
      duration: 60_000,
    });
    await act(async () => {
      jest.advanceTimersByTime(12_000);
    });
    says('0:12 / 1:00');
    jest.useRealTimers();
    await press('说完了');
    expect(done('recorder.stop')).toBe(1);
    await told('stop', RECORDED);
    says('录音 12 秒，已传好');
    expect(kept).toEqual({
      path: expect.stringMatching(/^wxfile:\/\/usr\/unsent-\w+\.mp3$/) as string,
      fileId: 'cloud://x/claims-inbox/voice.mp3',
      seconds: 12,
    });
    expect(ownFiles.get(kept?.path ?? '')).toBe('voice.mp3');
    const upload = seen.calls.find(({ name }) => name === 'cloud.uploadFile')?.options;
    expect((upload as { cloudPath: string }).cloudPath).toMatch(/^claims-inbox\/\w+\.mp3$/);
  });

  it('is kept as far as it went when a call comes in', async () => {
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/voice.mp3' }));
    render(<Note />);
    await press('开始录音');
    await told('interruption');
    expect(done('recorder.stop')).toBe(1);
    await told('stop', { ...RECORDED, duration: 4000 });
    says('录音 4 秒，已传好');
  });

  it('says what to do when the microphone is not allowed, and can be tried again', async () => {
    render(<Note />);
    await press('开始录音');
    await told('error', { errMsg: 'operateRecorder:fail auth deny' });
    says('没有打开麦克风。请打开后回来再录，或者直接写几句。');
    await press('去打开麦克风');
    expect(done('openSetting')).toBe(1);
    await press('重新录');
    says('正在录音');
  });

  it('says so when nothing was recorded', async () => {
    render(<Note />);
    await press('开始录音');
    await told('stop', { ...RECORDED, duration: 200 });
    says(/没有录到声音/);
    await press('重新录');
    await told('error', { errMsg: 'operateRecorder:fail:is recording or paused' });
    says(/没有录到声音/);
    expect(done('cloud.uploadFile')).toBe(0);
  });

  it('is uploaded again when it did not arrive, without being recorded again', async () => {
    answers.set('cloud.uploadFile', () => {
      throw new Error('no network');
    });
    render(<Note />);
    await press('开始录音');
    await told('stop', RECORDED);
    says(/没有传上去/);
    expect(kept).toBeUndefined();
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/voice.mp3' }));
    await press('再传一次');
    says('录音 12 秒，已传好');
    expect(done('recorder.start')).toBe(1);
  });

  it('is listened to, stopped, and said to be there still when this phone has lost it', async () => {
    render(<Note before={{ path: 'old.mp3', fileId: 'cloud://x/claims-inbox/old.mp3', seconds: 30 }} />);
    says('录音 30 秒，已传好');
    await press('听一遍');
    await press('停止播放');
    expect([done('player.play'), done('player.destroy')]).toEqual([1, 1]);
    await press('听一遍');
    await act(async () => player.tell('ended'));
    await press('听一遍');
    await act(async () => player.tell('error'));
    says(/已传好。这部手机上放不出来了/);
  });

  it('is taken away, and what comes back of it later changes nothing', async () => {
    let arrive: (answer: unknown) => void = () => undefined;
    answers.set('cloud.uploadFile', () => new Promise((resolve) => (arrive = resolve)));
    render(<Note before={{ path: 'old.mp3', fileId: 'cloud://x/claims-inbox/old.mp3', seconds: 30 }} />);
    await press('重新录');
    await told('stop', RECORDED);
    says('录了 12 秒，正在上传');
    await act(async () => arrive({ fileID: 'cloud://x/claims-inbox/new.mp3' }));
    expect(kept?.fileId).toContain('new.mp3');
    await press('删除录音');
    expect(kept).toBeUndefined();
    expect(screen.getByRole('button', { name: '开始录音' })).toBeInTheDocument();
  });

  it('is uploaded by itself when the app was closed before it had arrived', async () => {
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/voice.mp3' }));
    ownFiles.set('wxfile://usr/unsent-a.mp3', 'voice.mp3');
    const before = { path: 'wxfile://usr/unsent-a.mp3', fileId: '', seconds: 30 };
    await act(async () => void render(<Note before={before} />));
    says('录音 30 秒，已传好');
    expect(kept?.fileId).toBe('cloud://x/claims-inbox/voice.mp3');
    await press('删除录音');
    expect(ownFiles.size).toBe(0);
  });

  it('is said to be gone when it had not arrived and is no longer on this phone', async () => {
    answers.set('getFileInfo', () => 0);
    await act(async () => void render(<Note before={{ path: 'tmp.mp3', fileId: '', seconds: 30 }} />));
    says(/上次的录音没传上去，手机里已经找不到了/);
    await press('重新录');
    says('正在录音');
  });

  it('stops listening when the page is left', async () => {
    const { unmount } = render(<Note />);
    await press('开始录音');
    unmount();
    expect(done('recorder.stop')).toBe(1);
    await told('stop', RECORDED);
    expect(done('cloud.uploadFile')).toBe(0);
  });
});
