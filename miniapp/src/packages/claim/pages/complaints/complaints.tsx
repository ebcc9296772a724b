import { listMyComplaints } from 'shared/complaint/complaint.contracts';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { ComplaintList } from '@/features/complaint/complaint-list';
import { useQueryOf } from '@/lib/query/use-query-of';

/** What the family complained of, with the answers. Source: domain R22. */
export default function ComplaintsPage() {
  const answer = useQueryOf(listMyComplaints, {});
  return (
    <Page>
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {({ today, complaints }) => <ComplaintList complaints={complaints} today={today} />}
      </Loaded>
    </Page>
  );
}
