import { EmptyState } from '@/components/empty-state/empty-state';
import { Page } from '@/components/page/page';

export default function CoverPage() {
  return (
    <Page>
      <EmptyState icon="home" title="保障" />
    </Page>
  );
}
