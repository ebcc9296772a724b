import { listSponsoredRosters } from 'shared/sponsor/transfer.contracts';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { SponsorBook } from '@/features/sponsor/sponsor-book';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Transfers of governments, employers and donors, for cashiers and approvers. */
export default function TransfersPage() {
  const book = useQueryOf(listSponsoredRosters, {});
  return (
    <Page>
      <Loaded answer={book} skeleton={<Skeleton figure lines={6} />}>
        {(data) => <SponsorBook book={data} />}
      </Loaded>
    </Page>
  );
}
