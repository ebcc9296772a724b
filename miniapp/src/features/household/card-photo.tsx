import { useState } from 'react';
import { View } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import { readIdCard } from 'shared/household/read-card.contracts';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { toCallFailed } from '@/lib/cloud/call-failed';
import { uploadFile } from '@/lib/cloud/upload';
import { choosePhotos } from '@/lib/media/choose-photos';
import { useRequest } from '@/lib/query/use-request';
import styles from './member-form.module.scss';

type Read = OutputOf<typeof readIdCard>;
type State = { kind: 'idle' } | { kind: 'reading' } | { kind: 'read' } | { kind: 'failed'; why: string };

/** Fills in a form from a photo of an ID card. What was typed stays as it is when nothing can be read. */
export function CardPhoto({ onRead }: { onRead: (read: Read) => void }) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const reader = useRequest(readIdCard);

  const take = async (): Promise<void> => {
    const [path] = await choosePhotos(1);
    if (path === undefined) return;
    setState({ kind: 'reading' });
    try {
      const answer = await reader.run({ fileId: await uploadFile(path) });
      if (!answer.ok) {
        setState({ kind: 'failed', why: answer.error.message });
        return;
      }
      onRead(answer.data);
      setState({ kind: 'read' });
    } catch (thrown) {
      setState({ kind: 'failed', why: toCallFailed(thrown).message });
    }
  };

  return (
    <View className={styles.photo}>
      <Button
        id="member-photo"
        kind="secondary"
        icon="camera"
        loading={state.kind === 'reading'}
        onPress={take}
      >
        {state.kind === 'reading' ? '正在认字' : '拍身份证'}
      </Button>
      {state.kind === 'read' ? (
        <Notice tone="good" announced>
          填好了，请对照身份证看一遍，不对可以改。照片已经删掉。
        </Notice>
      ) : state.kind === 'failed' ? (
        <Notice tone="due" announced>
          {state.why}
        </Notice>
      ) : (
        <View className={styles.small}>拍照后自动填好姓名和号码，照片认完马上删掉。也可以直接手填。</View>
      )}
    </View>
  );
}
