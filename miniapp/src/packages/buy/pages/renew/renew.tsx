import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { getRenewal } from 'shared/policy/get-renewal.contract';
import { canRenew } from 'shared/policy/renewed-family';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Document } from '@/components/document/document';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { ShareButton } from '@/components/share-button/share-button';
import { Skeleton } from '@/components/skeleton/skeleton';
import { familyRenewalPath } from '@/features/order/family-renewal-path';
import { RenewalClosed } from '@/features/order/renewal-closed';
import { unbrokenWords } from '@/features/order/renewal-words';
import { RenewedPeople } from '@/features/order/renewed-people';
import { useRenewal } from '@/features/order/use-renewal';
import { rememberedLink } from '@/features/referral/referral-code';
import { SellerFooter } from '@/features/product/seller-footer';
import { shareCard } from '@/lib/cloud/share';
import { useQueryOf } from '@/lib/query/use-query-of';

/**
 * Last year's family, when its cover goes on, the price, and the health declaration, which is confirmed here. Then come
 * clauses and exclusions, a page and a press each, and the page where adults sign and pay: three presses in all.
 * Source: domain R4, R25, R26.
 */
export default function RenewPage() {
  const { policyId = '' } = useRouter().params;
  const link = rememberedLink();
  const answer = useQueryOf(getRenewal, { policyId, ...link });
  const { start, change, error } = useRenewal(policyId, answer.data, link);
  useShareAppMessage(() =>
    shareCard({
      title: '家里的保险该续了，请帮着续上',
      path: familyRenewalPath(answer.data?.relativeCode ?? ''),
    }),
  );
  return (
    <Page>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={8} />}>
        {(renewal) => {
          const { phase, plan, declaration, members, gapDays, sameDocuments } = renewal;
          if (phase !== 'open' || plan === null || declaration === null)
            return <RenewalClosed renewal={renewal} />;
          const canAny = members.some(canRenew);
          const hasHolder =
            canAny &&
            (renewal.holder !== null ||
              members.some((person) => person.relation === 'self' && canRenew(person)));
          return (
            <>
              <Notice
                tone={gapDays === 0 ? 'good' : 'due'}
                title={gapDays === 0 ? '保障不断' : `中间断 ${gapDays} 天`}
              >
                {unbrokenWords(renewal)}
              </Notice>
              <Section title="去年的家人，又核对了一遍" note="每人最多赔">
                <RenewedPeople members={members} />
              </Section>
              <Card flush>
                <Row
                  label={plan.isSample ? `${plan.name}（示例）` : plan.name}
                  note={renewal.copies === 1 ? '一年一共' : `一年一共，每人 ${renewal.copies} 份`}
                  value={<Amount fen={renewal.priceFen} />}
                />
                {renewal.medicalLimitFen === 0 ? null : (
                  <Row label="全家医疗费，一年共用" value={<Amount fen={renewal.medicalLimitFen} />} />
                )}
              </Card>
              <Button id="renew-change" kind="secondary" onPress={() => change(plan)}>
                家人有变化，去改
              </Button>
              <Document
                title={declaration.title}
                source={`${plan.insurer.name} · ${plan.filingNumber} · 版本 ${declaration.version}`}
                parts={declaration.sections}
              />
              <Notice>
                {sameDocuments
                  ? '条款、不赔的情况和您上次确认的一样，按规定还要再看一遍。接着看完、签名、付款就好了。'
                  : '条款或不赔的情况有更新，请仔细看。接着看完、签名、付款就好了。'}
              </Notice>
              {error === undefined ? null : <Failure error={error} />}
              {hasHolder ? (
                <Button id="renew-start" onPress={() => start(plan, declaration)}>
                  家人没变，以上属实
                </Button>
              ) : (
                <Notice tone="due" title="投保人这次不能再保">
                  {`请另一位成年家人用自己的微信来买，或打 ${plan.insurer.hotline} 问一问。`}
                </Notice>
              )}
              <Section title="自己不方便？" note="在外地的家人也能帮着续、帮着付，投保人还是您。">
                <ShareButton id="renew-share" kind="secondary" path={familyRenewalPath(renewal.relativeCode)}>
                  请家人帮着续
                </ShareButton>
              </Section>
              <SellerFooter plans={[plan]} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
