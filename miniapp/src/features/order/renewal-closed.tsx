import { formatChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { openPage } from '@/lib/navigation/navigation';
import type { Renewal } from './renewal-words';

/** A policy that cannot be renewed now: why, and what to do instead. */
export function RenewalClosed({ renewal }: { renewal: Renewal }) {
  const { phase, opensOn, closesOn, today, renewedByPolicyId } = renewal;
  if (phase === 'renewed')
    return (
      <EmptyState
        icon="shield"
        title="已经续好了"
        text="新的保障会接上，不用再买。"
        action={
          <Button
            id="renew-see-policy"
            kind="secondary"
            onPress={() =>
              openPage(`/packages/buy/pages/certificate/certificate?policyId=${renewedByPolicyId ?? ''}`)
            }
          >
            看新保单
          </Button>
        }
      />
    );
  if (phase === 'early')
    return (
      <EmptyState
        icon="clock"
        title="还没到续保的时间"
        text={`${formatChinaDay(opensOn, today)}起可以续，到时候会提醒您。`}
      />
    );
  if (phase === 'open')
    return (
      <EmptyState
        icon="clock"
        title="今年的方案还没有出来"
        text="承保公司还没有公布今年的方案，请过几天再来，或打客服电话。"
      />
    );
  return (
    <EmptyState
      icon="clock"
      title="续保的时间过了"
      text={`${formatChinaDay(closesOn, today)}之前可以续。现在可以重新买一份，付款第二天 0 点起有保障。`}
      action={
        <Button
          id="renew-buy-new"
          kind="secondary"
          onPress={() => openPage('/packages/buy/pages/plans/plans')}
        >
          重新买一份
        </Button>
      }
    />
  );
}
