import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { SellerFooter } from '@/features/product/seller-footer';
import { GiftSearch, GiftSigning } from '@/features/sponsor/gift-steps';
import { useGift } from '@/features/sponsor/use-gift';
import { openAboveTab } from '@/lib/navigation/navigation';

/** A family takes over the cover that others paid for: found by its head, signed for, then a policy like any other. */
export default function GiftPage() {
  const gift = useGift((policyId) =>
    openAboveTab('/pages/home/home', `/packages/buy/pages/certificate/certificate?policyId=${policyId}`),
  );
  const { gifts } = gift;
  return (
    <Page
      ground={gifts === undefined ? 'plain' : 'page'}
      actions={
        gifts === undefined ? (
          <Button id="gift-find" onPress={gift.find}>
            查一查
          </Button>
        ) : (
          <>
            <Button id="gift-back" kind="secondary" onPress={gift.back}>
              不是我家
            </Button>
            <Button id="gift-take" onPress={gift.take}>
              领取
            </Button>
          </>
        )
      }
    >
      {gifts === undefined ? (
        <GiftSearch gift={gift} />
      ) : (
        <>
          <GiftSigning gift={gift} gifts={gifts} />
          <SellerFooter plans={gifts} />
        </>
      )}
    </Page>
  );
}
