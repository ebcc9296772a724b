import Taro, { useShareAppMessage } from '@tarojs/taro';
import type { OutputOf } from 'shared/contract/contract';
import { formatYuanShort } from 'shared/money/fen';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { StaffGreeting } from '@/features/report/staff-greeting';
import { VillageFigure } from '@/features/report/village-figure';
import { LinkAction } from '@/features/staff-link/link-action';
import { LinkCard } from '@/features/staff-link/link-card';
import { useVillageLink } from '@/features/staff-link/use-village-link';
import { shareCard } from '@/lib/cloud/share';
import { useQueryOf } from '@/lib/query/use-query-of';
import picture from '../../assets/share-card.png';

type StaffHome = OutputOf<typeof getStaffHome>;

function Entrances({ home }: { home: StaffHome }) {
  const { tally } = home.region;
  const query = `region=${home.region.regionCode}&month=${home.month}`;
  const open = (page: string) => () =>
    void Taro.navigateTo({ url: `/packages/staff/pages/${page}?${query}` });
  return (
    <Section title="查看">
      <Card flush>
        <Row
          id="staff-open-figures"
          lead={<Icon name="chart" />}
          label="参保数字"
          note={`本月 ${tally.households} 户，保费 ${formatYuanShort(tally.premiumFen)} 元`}
          onPress={open('figures/figures')}
        />
        {home.role === 'specialist' ? (
          <Row
            id="staff-open-untold"
            lead={<Icon name="heart" />}
            label="待告知的家庭"
            note="单位替他们办了保障，家里还没领"
            onPress={open('untold/untold')}
          />
        ) : null}
        {home.role === 'specialist' ? (
          <Row
            id="staff-open-assistances"
            lead={<Icon name="edit" />}
            label="帮家里报案"
            note="在家里身边填好，由家里在自己手机上发出"
            onPress={open('assistances/assistances')}
          />
        ) : null}
        {home.role === 'specialist' ? (
          <Row
            id="staff-open-delivery"
            lead={<Icon name="shield" />}
            label="登记送保单"
            note="纸质保单送到家后，在这里记一笔"
            onPress={open('delivery/delivery')}
          />
        ) : null}
        {home.role === 'countyManager' ? (
          <Row
            id="staff-open-rosters"
            lead={<Icon name="list" />}
            label="参保名单"
            note="政府、单位出钱的家庭，上传表格核对"
            onPress={open('rosters/rosters')}
          />
        ) : null}
        {home.role === 'countyManager' ? (
          <Row
            id="staff-open-claims"
            lead={<Icon name="paper" />}
            label="各乡镇理赔"
            note={`本月报案 ${tally.claimsReported} 件，已赔 ${formatYuanShort(tally.paidFen)} 元`}
            onPress={open('claims/claims')}
          />
        ) : null}
      </Card>
    </Section>
  );
}

/** The first page of association staff: their place's figure, the link to share, and the ways to figures and claims. */
export default function StaffHomePage() {
  const home = useQueryOf(getStaffHome, {});
  const village = home.data?.region.level === 'village' ? home.data.region : undefined;
  const link = useVillageLink(village?.regionCode, home.data?.referrals ?? []);
  useShareAppMessage(() =>
    shareCard({
      title: link.current?.shareTitle ?? '暖家保：家庭意外险参保入口',
      path: link.current?.path ?? '/pages/home/home',
      imageUrl: picture,
    }),
  );
  return (
    <Page actions={village === undefined ? undefined : <LinkAction link={link} />}>
      <Loaded answer={home} skeleton={<Skeleton figure lines={5} />}>
        {(data) => (
          <>
            <StaffGreeting name={data.staffName} role={data.role} place={data.region.name} />
            <VillageFigure place={data.region.name} month={data.region.tally} year={data.year} />
            {village === undefined ? null : <LinkCard village={village.name} link={link} picture={picture} />}
            <Entrances home={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
