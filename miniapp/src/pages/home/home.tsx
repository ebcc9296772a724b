import { getHome } from 'shared/household/get-home.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { useReferralCode } from '@/features/referral/use-referral';
import { useQueryOf } from '@/lib/query/use-query-of';
import { CoveredHome } from './covered-home';
import { HomeGround } from './home-ground';
import { NewHome } from './new-home';

/** The first page: what the family holds, or one offer to a family that holds nothing yet. */
export default function HomePage() {
  const code = useReferralCode();
  const home = useQueryOf(getHome, {});
  return (
    <Page>
      <Loaded answer={home} skeleton={<HomeGround />}>
        {(data) =>
          data.cover === null ? (
            <NewHome home={data} code={code} onLook={home.refetch} />
          ) : (
            <CoveredHome home={data} cover={data.cover} onLook={home.refetch} />
          )
        }
      </Loaded>
    </Page>
  );
}
