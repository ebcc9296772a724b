import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import type { NamedSum } from 'shared/product/coverage-words';
import { Amount } from '@/components/amount/amount';
import styles from './person-sums.module.scss';

/** What one person holds, each sum under what pays it; the accident sum speaks for itself. */
export function PersonSums({ sums }: { sums: readonly NamedSum[] }) {
  return (
    <View className={styles.sums}>
      {sums.map(({ kind, label, fen }) => (
        <Fragment key={kind}>
          {kind === 'accident' ? null : <Text className={styles.what}>{label}</Text>}
          <Amount fen={fen} tone="warm" />
        </Fragment>
      ))}
    </View>
  );
}
