import type { OutputOf } from 'shared/contract/contract';
import type { getHome } from 'shared/household/get-home.contract';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { openPage } from '@/lib/navigation/navigation';

interface RenewalCardProps {
  renewal: NonNullable<OutputOf<typeof getHome>['renewal']>;
  today: ChinaDay;
}

/**
 * It is time to renew: until when cover lasts, what renewing does, and the way there: past the family for one that says
 * it has not changed.
 */
export function RenewalCard({ renewal, today }: RenewalCardProps) {
  const { policyId, lastDay, startDay, gapDays } = renewal;
  const [last, start] = [formatChinaDay(lastDay, today), formatChinaDay(startDay, today)];
  const page = `/packages/buy/pages/renew/renew?policyId=${policyId}`;
  return (
    <>
      <Notice tone="due" title={gapDays === 0 ? '可以续保了' : '上一份保障到期了'}>
        {gapDays === 0
          ? `保障到${last}晚上 12 点。那之前续上，接着保，中间不断。`
          : `保障到${last}为止。今天续上，${start}0 点起重新有保障。`}
      </Notice>
      <Button id="home-renew" kind="secondary" onPress={() => openPage(`${page}&unchanged=1`)}>
        家人没变，去续保
      </Button>
      <Button id="home-renew-look" kind="quiet" onPress={() => openPage(page)}>
        先看家人和价钱
      </Button>
    </>
  );
}
