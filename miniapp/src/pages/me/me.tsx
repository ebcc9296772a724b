import { EmptyState } from '@/components/empty-state/empty-state';
import { Page } from '@/components/page/page';

export default function MePage() {
  return (
    <Page>
      <EmptyState icon="home" title="我的" />
    </Page>
  );
}
