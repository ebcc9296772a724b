import { listMyClaims } from 'shared/claim/list-my-claims.contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { BeforeRow } from '@/features/claim/before-row';
import { useClaimDraft } from '@/features/claim/claim-draft';
import { ClaimList } from '@/features/claim/claim-list';
import { FileButton } from '@/features/claim/file-button';
import { WaitingReport } from '@/features/claim/kept-on-phone';
import { useOutbox } from '@/features/claim/outbox';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The family's claims and the way to a new one. */
export default function ClaimsPage() {
  const answer = useQueryOf(listMyClaims, {});
  const form = useClaimDraft();
  useOutbox(form.reread);
  return (
    <Page actions={<FileButton isStarted={form.isStarted} />}>
      <WaitingReport form={form} />
      <Loaded answer={answer} skeleton={<Skeleton figure lines={3} />}>
        {({ claims, today }) => (
          <>
            {claims.length === 0 ? (
              <EmptyState
                icon="paper"
                title="还没有理赔"
                text="家人意外受伤，在这里报。报了以后，进度和答复的日子也在这里看。"
              />
            ) : (
              <ClaimList claims={claims} today={today} />
            )}
            <BeforeRow />
          </>
        )}
      </Loaded>
    </Page>
  );
}
