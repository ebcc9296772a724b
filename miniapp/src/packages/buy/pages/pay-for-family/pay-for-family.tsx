import Taro, { useRouter } from '@tarojs/taro';
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
import { OrderToPay } from '@/features/order/order-to-pay';
import { PaymentStanding } from '@/features/order/payment-standing';
import { useSettlement } from '@/features/order/use-settlement';
import { SellerFooter } from '@/features/product/seller-footer';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';

/** A relative far away, who got the card in a chat, pays for the family. */
export default function PayForFamilyPage() {
  const { params } = useRouter();
  const { orderId = '' } = params;
  const answer = useQueryOf(getOrderToPay, { orderId });
  const opening = useRequest(openPayment);
  const { standing, settle, look, restart } = useSettlement(async () => {
    await answer.refetch();
  });

  const pay = async () => {
    restart();
    const opened = await opening.run({ orderId });
    if (opened.ok) await settle(orderId, opened.data.payment);
  };

  const asked = answer.data;
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
        {standing.kind === 'ready'
          ? `微信支付 ${formatYuanShort(ownPartOf(asked.order.payers))} 元`
          : '再付一次'}
      </Button>
    );

  return (
    <Page actions={action}>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={4} />}>
        {(order) => (
          <>
            <OrderToPay
              asked={order}
              caption={isIssued ? `${order.holderName}家的保险，已付` : `替${order.holderName}家付`}
            />
            {isIssued ? (
              <Notice tone="good" title="付好了" announced>
                {`${order.holderName}家从${formatChinaDay(order.order.startDay, order.order.startDay)}0 点起有保障，保单在家人的微信里。`}
              </Notice>
            ) : order.isPayable ? (
              <PaymentStanding standing={standing} />
            ) : (
              <Notice tone="due" title="现在不用付">
                {order.order.refundText ?? '这笔订单已关闭。还想买，请家人重新提交。'}
              </Notice>
            )}
            {opening.error === undefined ? null : <Failure error={opening.error} />}
            <SellerFooter plans={[order]} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
