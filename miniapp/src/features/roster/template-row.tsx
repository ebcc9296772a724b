import { useState } from 'react';
import { getRosterTemplate } from 'shared/roster/roster.contracts';
import type { SponsorKind } from 'shared/roster/roster.schema';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Icon } from '@/components/icon/icon';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { openDocument } from '@/lib/media/document-file';
import { useRequest } from '@/lib/query/use-request';

/** The workbook to fill in. */
export function TemplateRow({ kind }: { kind: SponsorKind }) {
  const { run, error } = useRequest(getRosterTemplate);
  const [hasFailed, setHasFailed] = useState(false);
  const open = async (): Promise<void> => {
    setHasFailed(false);
    const answer = await run({ kind });
    if (!answer.ok) return;
    const file = { url: answer.data.url, fileName: '参保名单模板.xlsx' };
    await openDocument(file).catch(() => setHasFailed(true));
  };
  return (
    <>
      <Card flush>
        <Row
          id="roster-template"
          lead={<Icon name="save" />}
          label="下载空白模板"
          note="列名齐全，号码按文本填写，不会丢后几位"
          onPress={() => void open()}
        />
      </Card>
      {error === undefined ? null : <Failure error={error} />}
      {hasFailed ? (
        <Notice tone="due" announced>
          模板没有下载成功，请检查网络后再点一次。
        </Notice>
      ) : null}
    </>
  );
}
