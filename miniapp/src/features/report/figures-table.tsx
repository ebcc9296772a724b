import { Text, View } from '@tarojs/components';
import { formatWanYuan, formatYuanShort, type Fen } from 'shared/money/fen';
import { addTallies, EMPTY_TALLY, type Tally } from 'shared/report/figures';
import type { RegionFigure } from 'shared/report/tally-view';
import { Card } from '@/components/card/card';
import { DataTable } from '@/components/data-table/data-table';
import { Notice } from '@/components/notice/notice';
import { CHILD_WORDS } from './figure-words';
import styles from './figures-table.module.scss';

interface FiguresTableProps {
  region: RegionFigure;
  /** The regions directly below; a village stands for itself. */
  parts: readonly RegionFigure[];
  /** Opens a part; a village has nothing below it. */
  onOpen: (part: RegionFigure) => void;
}

/** The last line of the table: exactly what its lines add up to. */
const totalOf = (parts: readonly RegionFigure[]): Tally =>
  parts.reduce((total, part) => addTallies(total, part.tally), EMPTY_TALLY);

const premium = (fen: Fen) => (
  <View className={styles.premium}>
    <Text>{formatWanYuan(fen)}</Text>
    {fen === 0 ? null : <Text className={styles.exact}>{formatYuanShort(fen)} 元</Text>}
  </View>
);

const figuresOf = (tally: Tally) => [tally.households, premium(tally.premiumFen)];

/** The county's monthly table: 乡镇, 完成户数, 完成保费（万元）, with its sum. Source: domain R33. */
export function FiguresTable({ region, parts, onOpen }: FiguresTableProps) {
  const rows = region.level === 'village' ? [region] : parts;
  const total = totalOf(rows);
  const addsUp = total.households === region.tally.households && total.premiumFen === region.tally.premiumFen;
  return (
    <>
      <Card flush>
        <DataTable
          label={`${region.name}各${CHILD_WORDS[region.level]}完成情况`}
          columns={[CHILD_WORDS[region.level], '完成户数', '完成保费\n（万元）']}
          rows={rows.map((part) => ({
            key: part.regionCode,
            id: `figures-row-${part.regionCode}`,
            name: part.name,
            figures: figuresOf(part.tally),
            ...(part.level === 'village' ? {} : { onPress: () => onOpen(part) }),
          }))}
          total={{ id: 'figures-total', name: '合计', figures: figuresOf(total) }}
        />
      </Card>
      {addsUp ? null : (
        <Notice tone="due" title="合计和上面的数对不上">
          {`${region.name}汇总为 ${region.tally.households} 户、${formatYuanShort(region.tally.premiumFen)} 元。数字正在更新，请稍后再看。`}
        </Notice>
      )}
    </>
  );
}
