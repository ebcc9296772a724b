import { EmptyState } from '@/components/empty-state/empty-state';
import { Page } from '@/components/page/page';

export default function HomePage() {
  return (
    <Page>
      <EmptyState icon="home" title="首页" />
    </Page>
  );
}
