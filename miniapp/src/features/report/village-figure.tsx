import { Text, View } from '@tarojs/components';
import { formatYuanShort } from 'shared/money/fen';
import type { Tally } from 'shared/report/figures';
import { BigFigure } from '@/components/big-figure/big-figure';
import { Card } from '@/components/card/card';
import styles from './village-figure.module.scss';

interface VillageFigureProps {
  place: string;
  month: Tally;
  year: Tally;
}

/** The year in one sentence; no name, nobody compared with anybody. Source: domain R29. */
const sentence = (place: string, month: Tally, year: Tally): string => {
  if (year.households === 0) return `${place}今年还没有家庭参保。第一家参保后，这里会自动更新。`;
  const monthPart =
    month.households === 0
      ? '本月还没有新的。'
      : `其中本月 ${month.households} 户、${formatYuanShort(month.premiumFen)} 元。`;
  return `${place}今年已有 ${year.households} 户参保，保费 ${formatYuanShort(year.premiumFen)} 元；${monthPart}`;
};

/** A place's enrolment as one ring (this month out of the year) and one sentence. */
export function VillageFigure({ place, month, year }: VillageFigureProps) {
  const share = year.households === 0 ? 0 : month.households / year.households;
  return (
    <Card>
      <View id="staff-village-figure" className={styles.figure}>
        <BigFigure value={String(month.households)} unit="户" caption="本月新参保" share={share} />
        <Text className={styles.sentence}>{sentence(place, month, year)}</Text>
        {year.households === 0 ? null : <Text className={styles.legend}>整圈是今年，绿色是本月</Text>}
      </View>
    </Card>
  );
}
