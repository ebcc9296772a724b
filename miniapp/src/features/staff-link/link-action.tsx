import { Button } from '@/components/button/button';
import { ShareButton } from '@/components/share-button/share-button';
import type { VillageLink } from './use-village-link';

/** The page's one way on: make the village's link, and once there is one, share it. */
export function LinkAction({ link }: { link: VillageLink }) {
  const { current, make } = link;
  if (current === undefined) {
    return (
      <Button id="staff-make-link" icon="link" onPress={make}>
        做一个链接
      </Button>
    );
  }
  return (
    <ShareButton id="staff-share-link" path={current.path}>
      分享到群
    </ShareButton>
  );
}
