import { useDidShow, useRouter, useShareAppMessage } from '@tarojs/taro';
import { formatYuanShort } from 'shared/money/fen';
import { ownPartOf } from 'shared/sponsor/payer-words';
import { getOrderToPay } from 'shared/order/get-order-to-pay.contract';
import { formatChinaTime } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { ShareButton } from '@/components/share-button/share-button';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Timeline } from '@/components/timeline/timeline';
import { payForFamilyPath } from '@/features/order/family-pays-path';
import { OrderToPay } from '@/features/order/order-to-pay';
import { PaymentStanding } from '@/features/order/payment-standing';
import { usePurchase } from '@/features/order/purchase';
import { useSettlement } from '@/features/order/use-settlement';
import { SellerFooter } from '@/features/product/seller-footer';
import { shareCard } from '@/lib/cloud/share';
import { openAboveTab } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The buyer sends the order to whoever pays it, and sees here once it is paid. */
export default function AskFamilyPage() {
  const { params } = useRouter();
  const { orderId = '' } = params;
  const { clear } = usePurchase();
  const answer = useQueryOf(getOrderToPay, { orderId });
  const { standing, look } = useSettlement(async (policyId) => {
    clear();
    await openAboveTab('/pages/home/home', `/packages/buy/pages/success/success?policyId=${policyId}`);
  });
  const asked = answer.data;
  useShareAppMessage(() =>
    shareCard({
      title:
        asked === undefined
          ? '请帮家里付一下保险'
          : `请帮${asked.holderName}家付 ${formatYuanShort(ownPartOf(asked.order.payers))} 元保险`,
      path: payForFamilyPath(orderId),
    }),
  );
  useDidShow(() => void answer.refetch());
  const isPaid = asked !== undefined && asked.order.state === 'issued';

  return (
    <Page
      actions={
        asked === undefined ? undefined : (
          <>
            <Button id="ask-look" kind={isPaid ? 'primary' : 'secondary'} onPress={() => look(orderId)}>
              {isPaid ? '付好了，看保单' : '看看付了没有'}
            </Button>
            {asked.isPayable ? (
              <ShareButton id="ask-share" path={payForFamilyPath(orderId)}>
                发给家人
              </ShareButton>
            ) : null}
          </>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={4} />}>
        {(order) => (
          <>
            <OrderToPay asked={order} caption="请家人付" />
            <PaymentStanding standing={standing} />
            <Timeline
              items={[
                {
                  key: 'send',
                  state: isPaid ? 'done' : 'now',
                  title: '把付款卡片发给家人',
                  note: '在外地也能付。卡片上只有打了星号的名字。',
                  time: isPaid ? undefined : '等您发',
                },
                {
                  key: 'pay',
                  state: isPaid ? 'done' : 'next',
                  title: '家人点开，用自己的微信付',
                  note: `最晚 ${formatChinaTime(order.order.expiresAt).slice(5)} 前付。钱直接付给承保公司。`,
                },
                { key: 'issue', state: isPaid ? 'done' : 'next', title: '付好马上出单，保单在您这里' },
              ]}
            />
            <SellerFooter plans={[order]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
