import type { OutputOf } from 'shared/contract/contract';
import type { getHome } from 'shared/household/get-home.contract';
import { formatYuanShort } from 'shared/money/fen';
import { Row } from '@/components/row/row';
import { Icon } from '@/components/icon/icon';
import styles from './running-case.module.scss';

interface TownshipMonthProps {
  township: NonNullable<OutputOf<typeof getHome>['township']>;
}

/** What families of this township were paid this month: no name, never fewer than three families. */
export function TownshipMonth({ township }: TownshipMonthProps) {
  return (
    <Row
      lead={<Icon name="heart" className={styles.arrow} />}
      label={`本月${township.name}有 ${township.paidFamilies} 家拿到赔款`}
      note={`一共 ${formatYuanShort(township.paidFen)} 元`}
    />
  );
}
