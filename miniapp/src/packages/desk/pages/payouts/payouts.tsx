import { listPayouts } from 'shared/payout/payout.contracts';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Skeleton } from '@/components/skeleton/skeleton';
import { PayoutList } from '@/features/payout/payout-list';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The cashier's payments: to send, at the bank, settled. */
export default function PayoutsPage() {
  const payouts = useQueryOf(listPayouts, {});
  return (
    <Page wide>
      <Loaded answer={payouts} skeleton={<Skeleton figure lines={6} />}>
        {(data) => <PayoutList payouts={data.payouts} />}
      </Loaded>
      <Card flush>
        <Row
          id="payouts-bills"
          label="微信支付对账"
          note="每天的账单和我们的账，对不上的在这里弄清楚"
          onPress={() => openPage('/packages/desk/pages/bills/bills')}
        />
        <Row
          id="payouts-transfers"
          label="对公到账"
          note="政府、单位、捐助方打来的保费：登记、确认、出单、余款"
          onPress={() => openPage('/packages/desk/pages/transfers/transfers')}
        />
      </Card>
    </Page>
  );
}
