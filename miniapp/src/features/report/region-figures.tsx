import { useState } from 'react';
import { getFigures } from 'shared/report/get-figures.contract';
import type { RegionFigure } from 'shared/report/tally-view';
import { addMonths, formatMonth, type Month } from 'shared/time/month';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { MonthSwitch } from '@/components/month-switch/month-switch';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useQueryOf } from '@/lib/query/use-query-of';
import { FigureCards } from './figure-cards';
import { CHILD_WORDS } from './figure-words';
import { FiguresTable } from './figures-table';
import { FiguresTrail, type Place } from './figures-trail';

interface RegionFiguresProps {
  /** Where the person begins: the region they hold. */
  regionCode: string;
  /** The newest month there is. */
  newest: Month;
}

/** A month's figures of a region, and the way down into its parts. */
export function RegionFigures({ regionCode, newest }: RegionFiguresProps) {
  const [month, setMonth] = useState(newest);
  const [here, setHere] = useState(regionCode);
  const [above, setAbove] = useState<readonly Place[]>([]);
  const figures = useQueryOf(getFigures, { regionCode: here, month });
  const before = useQueryOf(getFigures, { regionCode: here, month: addMonths(month, -1) });

  const open = (from: RegionFigure, part: RegionFigure) => {
    setAbove([...above, { regionCode: from.regionCode, name: from.name }]);
    setHere(part.regionCode);
  };
  const goUp = (position: number) => {
    setHere(above[position]?.regionCode ?? regionCode);
    setAbove(above.slice(0, position));
  };

  return (
    <>
      <FiguresTrail above={above} here={figures.data?.region.name ?? ''} onGoUp={goUp} />
      <MonthSwitch id="figures-month" month={month} until={newest} onChange={setMonth} />
      <Loaded answer={figures} skeleton={<Skeleton figure lines={6} />}>
        {({ region, children }) =>
          region.tally.households === 0 ? (
            <EmptyState
              icon="chart"
              title={`${formatMonth(month)}还没有家庭参保`}
              text="有家庭参保后，户数和保费会自动出现在这里。"
            />
          ) : (
            <>
              <FigureCards
                month={region.tally}
                before={before.data?.region.tally}
                isBeforeMissing={before.error !== undefined}
              />
              <Section title={`各${CHILD_WORDS[region.level]}完成情况`}>
                <FiguresTable region={region} parts={children} onOpen={(part) => open(region, part)} />
              </Section>
            </>
          )
        }
      </Loaded>
    </>
  );
}
