import { EmptyState } from '@/components/empty-state/empty-state';
import { Page } from '@/components/page/page';

export default function ClaimsPage() {
  return (
    <Page>
      <EmptyState icon="home" title="理赔" />
    </Page>
  );
}
