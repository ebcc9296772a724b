import { useState } from 'react';
import { View } from '@tarojs/components';
import { printCertificate } from 'shared/policy/print-certificate.contract';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { forwardDocument, openDocument, type DocumentFile } from '@/lib/media/document-file';
import { useRequest } from '@/lib/query/use-request';
import styles from './certificate-file.module.scss';

/** The certificate as a PDF: to keep and print, and to send to a chat. */
export function CertificateFile({ policyId }: { policyId: string }) {
  const { run, error } = useRequest(printCertificate);
  const [hasFailed, setHasFailed] = useState(false);
  const takes = (use: (file: DocumentFile) => Promise<void>) => async () => {
    setHasFailed(false);
    const printed = await run({ policyId });
    if (printed.ok) await use(printed.data).catch(() => setHasFailed(true));
  };
  return (
    <Section title="保单文件（PDF）" note="上面有二维码，谁都可以扫一扫查真假。">
      <View className={styles.buttons}>
        <Button id="certificate-download" kind="secondary" onPress={takes(openDocument)}>
          下载
        </Button>
        <Button id="certificate-forward" kind="secondary" onPress={takes(forwardDocument)}>
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
