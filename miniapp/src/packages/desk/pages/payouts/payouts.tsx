import { listPayouts } from 'shared/payout/payout.contracts';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { PayoutList } from '@/features/payout/payout-list';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The cashier's payments: to send, at the bank, settled. */
export default function PayoutsPage() {
  const payouts = useQueryOf(listPayouts, {});
  return (
    <Page wide>
      <Loaded answer={payouts} skeleton={<Skeleton figure lines={6} />}>
        {(data) => <PayoutList payouts={data.payouts} />}
      </Loaded>
    </Page>
  );
}
