import { useEffect, useRef, useState } from 'react';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { getRenewal } from 'shared/policy/get-renewal.contract';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
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
import { RenewedCover } from '@/features/order/renewed-cover';
import { RenewedPeople } from '@/features/order/renewed-people';
import { hasHolder, isAsLastYear, isOpen, useRenewal } from '@/features/order/use-renewal';
import { rememberedLink } from '@/features/referral/referral-code';
import { SellerFooter } from '@/features/product/seller-footer';
import { shareCard } from '@/lib/cloud/share';
import { useQueryOf } from '@/lib/query/use-query-of';

/**
 * Last year's family, when its cover goes on, and the price. Then come clauses and exclusions, a page and a press each,
 * and the page where adults declare their health, sign and pay: three presses before it. Source: domain R4, R25, R26.
 */
export default function RenewPage() {
  const { policyId = '', unchanged } = useRouter().params;
  const answer = useQueryOf(getRenewal, { policyId, ...rememberedLink() });
  const { start, change, error } = useRenewal(policyId, rememberedLink());
  // Whoever said so on the first page is not asked again, unless there is something to be told first.
  const [passes, setPasses] = useState(unchanged === '1');
  const hasPassed = useRef(false);
  useEffect(() => {
    const renewal = answer.data;
    if (!passes || renewal === undefined || hasPassed.current) return;
    hasPassed.current = true;
    const goesOn = isAsLastYear(renewal) ? start(renewal, true) : Promise.resolve();
    void goesOn.finally(() => setPasses(false));
  }, [passes, answer.data, start]);
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
          if (!isOpen(renewal)) return <RenewalClosed renewal={renewal} />;
          if (passes && isAsLastYear(renewal)) return <Skeleton figure lines={8} />;
          const { plan, members, lastDay, startDay, today } = renewal;
          return (
            <>
              <RenewedCover {...{ lastDay, startDay, today }} />
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
              <Notice>
                {renewal.sameDocuments
                  ? '条款、不赔的情况和您上次确认的一样，按规定还要再看一遍。接着看完、签名、付款就好了。'
                  : '条款或不赔的情况有更新，请仔细看。接着看完、签名、付款就好了。'}
              </Notice>
              {error === undefined ? null : <Failure error={error} />}
              {hasHolder(renewal) ? (
                <Button id="renew-start" onPress={() => start(renewal)}>
                  家人没变，接着看条款
                </Button>
              ) : (
                <Notice tone="due" title="投保人这次不能再保">
                  {`请另一位成年家人用自己的微信来买，或打 ${plan.insurer.hotline} 问一问。`}
                </Notice>
              )}
              <Button id="renew-change" kind="secondary" onPress={() => change(renewal)}>
                家人有变化，去改
              </Button>
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
