import type { OutputOf } from 'shared/contract/contract';
import type { FamilyCard as Cover, getHome } from 'shared/household/get-home.contract';
import { daysBetween } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { FamilyCard } from '@/features/household/family-card';
import { OtherCover } from '@/features/household/other-cover';
import { RenewalCard } from '@/features/household/renewal-card';
import { RunningCase } from '@/features/household/running-case';
import { TownshipMonth } from '@/features/household/township-month';
import { openPage } from '@/lib/navigation/navigation';
import { callPhone } from '@/lib/phone/phone';
import styles from './home.module.scss';
import { Unfinished } from './unfinished';

interface CoveredHomeProps {
  home: OutputOf<typeof getHome>;
  cover: Cover;
  onLook: () => Promise<void>;
}

/** From so many days before the end on, renewing comes before all else. */
const RENEWS_FIRST_DAYS = 30;

/**
 * A family that is covered: its card first, then what is running, then help; before all else what was left
 * unfinished, and renewing when the end is near.
 */
export function CoveredHome({ home, cover, onLook }: CoveredHomeProps) {
  const { region, familyName, otherCovers, renewal, runningClaim, township, insurer } = home;
  const whose = [region?.villageName, familyName ?? '我家'].filter(Boolean).join(' · ');
  const renewalCard = renewal === null ? null : <RenewalCard renewal={renewal} today={home.today} />;
  const endsSoon = renewal !== null && daysBetween(home.today, renewal.lastDay) <= RENEWS_FIRST_DAYS;
  return (
    <>
      <Unfinished home={home} onLook={onLook} />
      {endsSoon ? renewalCard : null}
      <FamilyCard
        cover={cover}
        today={home.today}
        whose={whose}
        onClaim={() => void openPage('/packages/claim/pages/who/who')}
        onPolicy={() =>
          void openPage(`/packages/buy/pages/certificate/certificate?policyId=${cover.policyId}`)
        }
      />
      {otherCovers.map((other) => (
        <OtherCover
          key={other.policyId}
          cover={other}
          today={home.today}
          onPolicy={() =>
            void openPage(`/packages/buy/pages/certificate/certificate?policyId=${other.policyId}`)
          }
        />
      ))}
      {endsSoon ? null : renewalCard}
      {runningClaim === null ? null : (
        <RunningCase
          claim={runningClaim}
          today={home.today}
          onOpen={() =>
            void openPage(`/packages/claim/pages/progress/progress?claimId=${runningClaim.claimId}`)
          }
        />
      )}
      <Card flush>
        {township === null ? null : <TownshipMonth township={township} />}
        {insurer === null ? null : (
          <Row
            id="call-insurer"
            lead={<Icon name="phone" className={styles.quiet} />}
            label={`有事打电话 ${insurer.hotline}`}
            note={insurer.name}
            onPress={() => void callPhone(insurer.hotline)}
          />
        )}
      </Card>
    </>
  );
}
