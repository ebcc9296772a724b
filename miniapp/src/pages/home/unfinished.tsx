import { useEffect } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import type { getHome, HomeOrder } from 'shared/household/get-home.contract';
import { formatYuanShort } from 'shared/money/fen';
import { confirmPayment } from 'shared/order/confirm-payment.contract';
import { getOrderToPay } from 'shared/order/get-order-to-pay.contract';
import { formatChinaTime } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { usePlans } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useRequest } from '@/lib/query/use-request';
import { askConsentPath } from '@/features/order/consent-paths';
import { payForFamilyPath } from '@/features/order/family-pays-path';
import { isBegun, keptPurchase, resumesAt, usePurchase } from '@/features/order/purchase';

interface UnfinishedProps {
  home: OutputOf<typeof getHome>;
  /** Looks at the first page anew. */
  onLook: () => Promise<void>;
}

/** An order that was placed: what it waits for, until when, and the way there. */
function Placed({ order, onLook }: { order: HomeOrder } & Pick<UnfinishedProps, 'onLook'>) {
  const looking = useRequest(confirmPayment);
  const { orderId, ownFen } = order;
  const plan = order.isSample ? `${order.planName}（示例）` : order.planName;
  const until = formatChinaTime(order.expiresAt).slice(5);
  switch (order.waitsFor) {
    case 'payment':
      return (
        <>
          <Notice tone="due" title="还没有付款">
            {`${plan}，要付 ${formatYuanShort(ownFen)} 元。订单留到 ${until}，过了时间要重新提交。`}
          </Notice>
          <Button id="home-pay" kind="secondary" onPress={() => openPage(payForFamilyPath(orderId))}>
            去付款
          </Button>
        </>
      );
    case 'parent':
      return (
        <>
          <Notice tone="due" title="等孩子的父母同意">
            {`${plan}，父母同意了，您再付款。订单留到 ${until}。`}
          </Notice>
          <Button id="home-parent" kind="secondary" onPress={() => openPage(askConsentPath(orderId))}>
            看看同意了没有
          </Button>
        </>
      );
    case 'settling':
      return (
        <>
          <Notice tone="info" title="您的付款正在处理">
            出单后，家人的保障会出现在这里。没有办成，钱会原路退回。
          </Notice>
          <Button
            id="home-look-again"
            kind="secondary"
            onPress={async () => {
              await looking.run({ orderId });
              await onLook();
            }}
          >
            查一下结果
          </Button>
        </>
      );
  }
}

/**
 * What the family began and did not finish, and the way to where it was: an order that waits, else the purchase that
 * this phone keeps. A renewal goes on from its own card. One that somebody else has paid meanwhile is forgotten.
 */
export function Unfinished({ home, onLook }: UnfinishedProps) {
  const { value, clear, reread } = usePurchase();
  const { waitingOrder, today } = home;
  const wasPlaced = value.orderId !== '' && value.orderId !== waitingOrder?.orderId;
  const placed = useQueryOf(getOrderToPay, { orderId: value.orderId }, { enabled: wasPlaced });
  const state = wasPlaced ? placed.data?.order.state : undefined;
  const isKept = isBegun(value) && value.renewsPolicyId === '' && waitingOrder === null;
  const plans = usePlans(rememberedPlace(), isKept);
  const plan = plans.data?.plans.find(
    ({ id, version }) => id === value.planId && version === value.planVersion,
  );

  useEffect(() => {
    if (state !== 'issued') return;
    // Below other pages, on which another purchase may have begun.
    if (keptPurchase().orderId === value.orderId) clear();
    else reread();
  }, [state, value.orderId, clear, reread]);

  if (waitingOrder !== null) return <Placed order={waitingOrder} onLook={onLook} />;
  const mayHaveBought = wasPlaced && (state === undefined || state === 'issued');
  if (!isKept || plan === undefined || mayHaveBought) return null;
  const read = value.confirmations.length;
  return (
    <>
      <Notice tone="info" title="上次没有买完">
        {`选了${plan.name}${plan.isSample ? '（示例）' : ''}，填了 ${value.members.length} 位家人${
          read === 0 ? '' : `，确认过 ${read} 份文件`
        }，都还留着。`}
      </Notice>
      <Button id="home-resume" kind="secondary" onPress={() => openPage(resumesAt(value, plan, today))}>
        接着买
      </Button>
      <Button id="home-forget" kind="quiet" onPress={clear}>
        不买了，清掉
      </Button>
    </>
  );
}
