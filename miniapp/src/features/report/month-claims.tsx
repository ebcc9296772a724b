import { useState } from 'react';
import { listClaimsByTownship } from 'shared/report/list-claims-by-township.contract';
import { formatMonth, type Month } from 'shared/time/month';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { MonthSwitch } from '@/components/month-switch/month-switch';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useQueryOf } from '@/lib/query/use-query-of';
import { TownshipClaims } from './township-claims';

/** The claims of the county, month by month. */
export function MonthClaims({ newest }: { newest: Month }) {
  const [month, setMonth] = useState(newest);
  const claims = useQueryOf(listClaimsByTownship, { month });
  return (
    <>
      <MonthSwitch id="township-month" month={month} until={newest} onChange={setMonth} />
      <Loaded answer={claims} skeleton={<Skeleton lines={6} />}>
        {(data) =>
          data.totalReported === 0 && data.totalPaidFen === 0 ? (
            <EmptyState
              icon="paper"
              title={`${formatMonth(month)}没有理赔`}
              text="有家庭报案或拿到赔款后，会按乡镇列在这里。"
            />
          ) : (
            <TownshipClaims claims={data} />
          )
        }
      </Loaded>
    </>
  );
}
