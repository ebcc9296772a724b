import Taro, { useRouter } from '@tarojs/taro';
import type { OutputOf } from 'shared/contract/contract';
import { formatYuanShort } from 'shared/money/fen';
import { ownPartOf } from 'shared/sponsor/payer-words';
import { getOrderToPay } from 'shared/order/get-order-to-pay.contract';
import { openPayment } from 'shared/order/open-payment.contract';
import { formatChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { askFamilyPath } from '@/features/order/family-pays-path';
import { OrderToPay } from '@/features/order/order-to-pay';
import { PaymentStanding } from '@/features/order/payment-standing';
import { usePurchase } from '@/features/order/purchase';
import { useSettlement } from '@/features/order/use-settlement';
import { SellerFooter } from '@/features/product/seller-footer';
import { openAboveTab, openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';

type Asked = OutputOf<typeof getOrderToPay>;

const whose = ({ isOwn, holderName }: Asked): string => (isOwn ? '您家' : `${holderName}家`);

/**
 * An order by its address: a relative far away, who got the card in a chat, pays it for the family; or the family itself
 * comes back to it.
 */
export default function PayForFamilyPage() {
  const { params } = useRouter();
  const { orderId = '' } = params;
  const answer = useQueryOf(getOrderToPay, { orderId });
  const opening = useRequest(openPayment);
  const { clear } = usePurchase();
  const asked = answer.data;
  const isOwn = asked?.isOwn === true;
  const { standing, settle, look, restart } = useSettlement(async (policyId) => {
    if (!isOwn) return answer.refetch();
    clear();
    await openAboveTab('/pages/home/home', `/packages/buy/pages/success/success?policyId=${policyId}`);
  });

  const pay = async () => {
    restart();
    const opened = await opening.run({ orderId });
    if (opened.ok) await settle(orderId, opened.data.payment);
  };

  const isIssued = asked?.order.state === 'issued';
  const action =
    asked === undefined ? undefined : !asked.isPayable || standing.kind === 'refund' ? (
      <Button id="pay-for-home" kind="secondary" onPress={() => Taro.switchTab({ url: '/pages/home/home' })}>
        去首页
      </Button>
    ) : standing.kind === 'waiting' ? (
      <Button id="pay-for-look" onPress={() => look(orderId)}>
        再查一次
      </Button>
    ) : (
      <Button id="pay-for-submit" onPress={pay}>
        {`微信支付 ${formatYuanShort(ownPartOf(asked.order.payers))} 元`}
      </Button>
    );

  return (
    <Page actions={action}>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={4} />}>
        {(order) => (
          <>
            <OrderToPay
              asked={order}
              caption={
                isIssued
                  ? `${whose(order)}的保险，已付`
                  : order.isOwn
                    ? '给家人买，还没付'
                    : `替${whose(order)}付`
              }
            />
            {isIssued ? (
              <Notice tone="good" title="付好了" announced>
                {`${whose(order)}从${formatChinaDay(order.order.startDay, order.order.startDay)}0 点起有保障，保单在${order.isOwn ? '“保障”里' : '家人的微信里'}。`}
              </Notice>
            ) : order.isPayable ? (
              <PaymentStanding standing={standing} />
            ) : (
              <Notice tone="due" title="现在不用付">
                {order.order.refundText ?? `这笔订单已关闭。还想买，请${order.isOwn ? '' : '家人'}重新提交。`}
              </Notice>
            )}
            {order.isOwn && order.isPayable && standing.kind !== 'waiting' ? (
              <Button id="pay-for-ask" kind="quiet" onPress={() => openPage(askFamilyPath(orderId))}>
                请家人付
              </Button>
            ) : null}
            {opening.error === undefined ? null : <Failure error={opening.error} />}
            <SellerFooter plans={[order]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
