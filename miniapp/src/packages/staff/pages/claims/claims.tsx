import { useRouter } from '@tarojs/taro';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { MonthClaims } from '@/features/report/month-claims';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The county's claims of a month by township. The first page names the newest month in the address. */
export default function TownshipClaimsPage() {
  const { month } = useRouter().params;
  const home = useQueryOf(getStaffHome, {}, { enabled: month === undefined });
  return (
    <Page>
      {month === undefined ? (
        <Loaded answer={home}>{(known) => <MonthClaims newest={known.month} />}</Loaded>
      ) : (
        <MonthClaims newest={month} />
      )}
    </Page>
  );
}
