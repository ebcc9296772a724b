import { View } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import type { ReplayedPage, replaySale } from 'shared/order/replay-sale.contract';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { CONSENT_AWAITED } from 'shared/policy/consent';
import { formatChinaSecond, formatChinaTime } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Document } from '@/components/document/document';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { SignatureView } from '@/components/signature-view/signature-view';
import { CONSENT_WAYS, NO_MOMENT, PAGE_STANDINGS, PHONE_CLOCK } from './sale-words';
import styles from './replayed-sale.module.scss';

type Sale = OutputOf<typeof replaySale>;

function ConfirmedPage({ page, placedAt }: { page: ReplayedPage; placedAt: Sale['placedAt'] }) {
  const { tone, word, text } = PAGE_STANDINGS[page.standing];
  return (
    <Section title={page.title}>
      <Card flush>
        <Row label="版本" value={page.version} />
        <Row
          label="投保人确认"
          value={page.confirmedAt === null ? NO_MOMENT : formatChinaSecond(page.confirmedAt)}
          note={page.confirmedAt === null ? undefined : PHONE_CLOCK}
        />
        {placedAt === null ? null : <Row label="随订单收到" value={formatChinaSecond(placedAt)} />}
        <Row label="校验码" value={page.sha256} stacked />
        <Row label="原文" value={<Badge tone={tone}>{word}</Badge>} />
      </Card>
      <Notice tone={tone}>{text}</Notice>
      {page.sections === null ? null : <Document title={page.title} parts={page.sections} />}
    </Section>
  );
}

function Signer({ person }: { person: Sale['people'][number] }) {
  const { name, relation, maskedIdNumber, signature, consent } = person;
  return (
    <Card flush>
      <Row label={`${name} · ${RELATION_WORDS[relation]}`} note={maskedIdNumber} />
      <Row
        label={consent === null ? CONSENT_AWAITED : CONSENT_WAYS[consent.by]}
        note={consent === null ? undefined : formatChinaTime(consent.at)}
      />
      {signature === null ? null : (
        <View className={styles.signature}>
          <SignatureView label={name} strokes={signature} />
        </View>
      )}
    </Card>
  );
}

/** A sale as it was: what was shown and confirmed when, and who signed. Source: domain R25, R26. */
export function ReplayedSale({ sale }: { sale: Sale }) {
  return (
    <>
      <Card flush>
        <Row label="保单号" value={sale.policyNumber} stacked />
        <Row label="产品全称" value={sale.productName} stacked />
        <Row label="备案编号" value={sale.filingNumber} stacked />
        <Row label="承保公司" value={sale.insurerName} stacked />
        {sale.placedAt === null ? null : <Row label="提交投保" value={formatChinaTime(sale.placedAt)} />}
        <Row label="出单" value={formatChinaTime(sale.issuedAt)} />
      </Card>
      <Notice>这次查看已记进保单的操作记录。</Notice>
      <Section title="签名和同意">
        {sale.people.map((person, position) => (
          <Signer key={position} person={person} />
        ))}
      </Section>
      {sale.pages.length === 0 ? (
        <EmptyState icon="paper" title="没有逐页确认的记录" text="单位出钱赠送的保单，由家庭打开时再确认。" />
      ) : (
        sale.pages.map((page) => <ConfirmedPage key={page.documentId} page={page} placedAt={sale.placedAt} />)
      )}
    </>
  );
}
