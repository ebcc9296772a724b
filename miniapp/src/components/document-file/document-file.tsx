import { useState } from 'react';
import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { forwardDocument, openDocument, type DocumentFile as File } from '@/lib/media/document-file';
import type { Outcome } from '@/lib/query/use-command';
import styles from './document-file.module.scss';

interface DocumentFileProps {
  /** Of the buttons: `certificate` makes `certificate-download`. */
  id: string;
  title: string;
  note: string;
  /** Has the cloud print it; its address is short-lived. */
  onPrint: () => Promise<Outcome<File>>;
  /** Why it was not printed. */
  error: CallFailed | undefined;
}

/** A PDF that is printed when it is wanted: to keep and print, and to send to a chat. */
export function DocumentFile({ id, title, note, onPrint, error }: DocumentFileProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const takes = (use: (file: File) => Promise<void>) => async () => {
    setHasFailed(false);
    const printed = await onPrint();
    if (printed.ok) await use(printed.data).catch(() => setHasFailed(true));
  };
  return (
    <Section title={title} note={note}>
      <View className={styles.buttons}>
        <Button id={`${id}-download`} kind="secondary" onPress={takes(openDocument)}>
          下载
        </Button>
        <Button id={`${id}-forward`} kind="secondary" onPress={takes(forwardDocument)}>
          转发
        </Button>
      </View>
      {error === undefined ? null : <Failure error={error} />}
      {hasFailed ? (
        <Notice tone="due" announced>
          文件没有下载成功，请检查网络后再点一次。
        </Notice>
      ) : null}
    </Section>
  );
}
