import { useEffect } from 'react';
import { View } from '@tarojs/components';
import { formatChinaTime } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';
import { showControl } from '@/lib/navigation/show-control';
import type { Standing } from './use-settlement';

const STANDING_ID = 'payment-standing';

function StandingNotice({ standing }: { standing: Exclude<Standing, { kind: 'ready' }> }) {
  switch (standing.kind) {
    case 'unpaid':
      return (
        <Notice tone="due" title={standing.why === 'cancelled' ? '您还没有付款' : '付款没有成功'} announced>
          {`没有扣您的钱。订单留到 ${formatChinaTime(standing.order.expiresAt).slice(5)}，在这之前按下面的按钮可以再付。`}
        </Notice>
      );
    case 'waiting':
      return (
        <Notice tone="info" title="正在等微信的付款结果" announced>
          钱付了就不会丢。您可以再查一次，也可以过几分钟到“保障”里看。
        </Notice>
      );
    case 'closed':
      return (
        <Notice tone="due" title="这笔订单过时了" announced>
          没有扣您的钱。按下面的按钮重新付款。
        </Notice>
      );
    case 'refund':
      return (
        <Notice tone="bad" title="没有买成" announced>
          {standing.text}
        </Notice>
      );
  }
}

/**
 * How the payment stands, in words: what happened, and what to do next. Whoever pays has signed further down the page:
 * the words come into sight by themselves.
 */
export function PaymentStanding({ standing }: { standing: Standing }) {
  const { kind } = standing;
  useEffect(() => {
    if (kind !== 'ready') void showControl(STANDING_ID);
  }, [kind]);
  return standing.kind === 'ready' ? null : (
    <View id={STANDING_ID}>
      <StandingNotice standing={standing} />
    </View>
  );
}
