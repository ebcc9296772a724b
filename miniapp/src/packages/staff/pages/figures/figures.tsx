import { useRouter } from '@tarojs/taro';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { RegionFigures } from '@/features/report/region-figures';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The figures of the caller's region, month by month, down to its villages. The first page names both in the address. */
export default function FiguresPage() {
  const { region, month } = useRouter().params;
  const isNamed = region !== undefined && month !== undefined;
  const home = useQueryOf(getStaffHome, {}, { enabled: !isNamed });
  return (
    <Page>
      {isNamed ? (
        <RegionFigures regionCode={region} newest={month} />
      ) : (
        <Loaded answer={home} skeleton={<Skeleton figure lines={6} />}>
          {(known) => <RegionFigures regionCode={known.region.regionCode} newest={known.month} />}
        </Loaded>
      )}
    </Page>
  );
}
