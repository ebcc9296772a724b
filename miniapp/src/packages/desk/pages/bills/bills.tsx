import { listBillDays } from 'shared/order/bill.contracts';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { BillBook } from '@/features/bill/bill-book';
import { useQueryOf } from '@/lib/query/use-query-of';

/** WeChat's daily bills against our books, for the cashier. */
export default function BillsPage() {
  const book = useQueryOf(listBillDays, {});
  return (
    <Page>
      <Loaded answer={book} skeleton={<Skeleton figure lines={6} />}>
        {(data) => <BillBook book={data} />}
      </Loaded>
    </Page>
  );
}
