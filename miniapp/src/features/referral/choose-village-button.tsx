import { Button } from '@/components/button/button';
import { openPage } from '@/lib/navigation/navigation';

/** For a family without a link: it names its village itself. */
export function ChooseVillageButton() {
  return (
    <Button
      id="home-choose-village"
      kind="secondary"
      onPress={() => openPage('/packages/buy/pages/plans/plans?place=choose')}
    >
      没有链接，自己选村
    </Button>
  );
}
