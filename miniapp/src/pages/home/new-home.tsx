import { useEffect } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import type { getHome } from 'shared/household/get-home.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Skeleton } from '@/components/skeleton/skeleton';
import { RenewalCard } from '@/features/household/renewal-card';
import { usePurchase } from '@/features/order/purchase';
import { PlanOffer } from '@/features/product/plan-offer';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans } from '@/features/product/use-plans';
import { chosenPlace, type Place } from '@/features/referral/place';
import { forgetCode } from '@/features/referral/referral-code';
import { HelperRow } from '@/features/referral/helper-row';
import { ChooseVillageButton } from '@/features/referral/choose-village-button';
import { HowToGetLink } from '@/features/referral/how-to-get-link';
import { useReferral } from '@/features/referral/use-referral';
import { openPage } from '@/lib/navigation/navigation';
import { Unfinished } from './unfinished';

interface NewHomeProps {
  home: OutputOf<typeof getHome>;
  /** The link the family came by. */
  code: string | undefined;
  onLook: () => Promise<void>;
}

/** A family that holds nothing now: one offer, or how to get the link that leads to one. */
export function NewHome({ home, code, onLook }: NewHomeProps) {
  const referral = useReferral(code, true);
  const isOver = referral.error?.code === 'REFERRAL_NOT_FOUND';
  const link = isOver ? undefined : code;
  const place: Place = link === undefined ? chosenPlace() : { referralCode: link };
  const canBePlaced = 'referralCode' in place || 'villageCode' in place || home.region !== null;
  const plans = usePlans(place, canBePlaced);
  const purchase = usePurchase();

  useEffect(() => {
    if (isOver) forgetCode();
  }, [isOver]);
  return (
    <>
      <Unfinished home={home} onLook={onLook} />
      {home.renewal === null ? null : <RenewalCard renewal={home.renewal} today={home.today} />}
      {isOver ? <Notice tone="due">{referral.error?.message ?? ''}</Notice> : null}
      {canBePlaced ? (
        <Loaded answer={plans} skeleton={<Skeleton figure lines={5} />}>
          {({ plans: offered, startDay, villageName, townshipName }) => {
            const [plan] = offered;
            return plan === undefined ? (
              <>
                <HowToGetLink />
                <ChooseVillageButton />
              </>
            ) : (
              <>
                <PlanOffer
                  plan={plan}
                  place={`${townshipName}${villageName}`}
                  startDay={startDay}
                  people={Math.min(purchase.value.people, plan.maxMembers)}
                  onPeople={(people) => purchase.set({ people })}
                  onBuy={() => void openPage('/packages/buy/pages/plans/plans')}
                />
                {referral.data === undefined ? null : <HelperRow referral={referral.data} />}
                <SellerFooter plans={[plan]} />
              </>
            );
          }}
        </Loaded>
      ) : (
        <>
          <HowToGetLink />
          <ChooseVillageButton />
        </>
      )}
    </>
  );
}
