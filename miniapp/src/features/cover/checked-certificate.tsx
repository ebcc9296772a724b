import type { OutputOf } from 'shared/contract/contract';
import type { checkCertificate } from 'shared/policy/check-certificate.contract';
import { coverWords, SAMPLE_WORDS } from 'shared/policy/cover-words';
import { formatChinaDate } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { CHECK_WORDS } from './check-words';

/** What anybody is told of a certificate: how it stands, and what must stand on the paper too. */
export function CheckedCertificate({ standing, policy }: OutputOf<typeof checkCertificate>) {
  const { tone, title, text } = CHECK_WORDS[standing];
  return (
    <>
      <Notice tone={tone} title={title} announced>
        {text}
      </Notice>
      {policy === null ? null : (
        <>
          {policy.isSample ? <Notice tone="due">{SAMPLE_WORDS}</Notice> : null}
          <Card flush>
            <Row label="保单号" value={policy.policyNumber} stacked />
            <Row label="投保人" value={policy.maskedHolderName} />
            <Row label="方案" value={policy.planName} />
            <Row label="产品全称" value={policy.productName} stacked />
            <Row label="承保公司" value={policy.insurerName} stacked />
            <Row label="保障时间" value={coverWords(policy).join('，')} stacked />
            {policy.cancelledOn === null ? null : (
              <Row label="退保日期" value={formatChinaDate(policy.cancelledOn)} />
            )}
          </Card>
        </>
      )}
    </>
  );
}
