import Taro, { useShareAppMessage } from '@tarojs/taro';
import type { OutputOf } from 'shared/contract/contract';
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
import { LinkCard } from '@/features/staff-link/link-card';
import { newestLink } from '@/features/staff-link/newest-link';
import { shareCard } from '@/lib/cloud/share';
import { useQueryOf } from '@/lib/query/use-query-of';
import picture from '../../assets/share-card.png';

type StaffHome = OutputOf<typeof getStaffHome>;

function Entrances({ home }: { home: StaffHome }) {
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
          note="户数和保费，按月看"
          onPress={open('figures/figures')}
        />
        {home.role === 'countyManager' ? (
          <Row
            id="staff-open-claims"
            lead={<Icon name="paper" />}
            label="各乡镇理赔"
            note="本月报案和赔款，姓名已隐去"
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
  const link = newestLink(home.data?.referrals ?? []);
  useShareAppMessage(() =>
    link === undefined
      ? shareCard({ title: '暖家保：家庭意外险参保入口', path: '/pages/home/home', imageUrl: picture })
      : shareCard({ title: link.shareTitle, path: link.path, imageUrl: picture }),
  );
  return (
    <Page>
      <Loaded answer={home} skeleton={<Skeleton figure lines={5} />}>
        {(data) => (
          <>
            <StaffGreeting name={data.staffName} role={data.role} place={data.region.name} />
            <VillageFigure place={data.region.name} month={data.region.tally} year={data.year} />
            {data.region.level === 'village' ? (
              <LinkCard link={link} village={data.region} picture={picture} />
            ) : null}
            <Entrances home={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
