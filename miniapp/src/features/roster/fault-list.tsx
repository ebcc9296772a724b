import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { FAULTS_SHOWN } from 'shared/roster/roster.contracts';
import type { RosterFault } from 'shared/roster/roster.schema';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { openDocument } from '@/lib/media/document-file';
import styles from './roster.module.scss';
import { countWords } from './roster-words';

interface FaultListProps {
  faults: readonly RosterFault[];
  /** How many there are in all. */
  total: number;
  /** Of the workbook of all; null while there is none. */
  url: string | null;
}

const placeOf = ({ row, column, value }: RosterFault): string =>
  `第 ${String(row)} 行 · ${column}${value === '' ? '' : ` · ${value}`}`;

/** What stands against households: the first ones here, all of them in a workbook. */
export function FaultList({ faults, total, url }: FaultListProps) {
  const [hasFailed, setHasFailed] = useState(false);
  const download = async (): Promise<void> => {
    if (url === null) return;
    setHasFailed(false);
    await openDocument({ url, fileName: '名单问题.xlsx' }).catch(() => setHasFailed(true));
  };
  if (total === 0) return null;
  return (
    <Section
      title={`${countWords(total)} 处问题`}
      note={total > FAULTS_SHOWN ? `先列出前 ${String(FAULTS_SHOWN)} 处，全部在问题表里` : undefined}
    >
      {url === null ? null : (
        <Button id="roster-faults" kind="secondary" icon="save" onPress={download}>
          下载问题表
        </Button>
      )}
      {hasFailed ? (
        <Notice tone="due" announced>
          问题表没有下载成功，请检查网络后再点一次。
        </Notice>
      ) : null}
      <Card flush>
        {faults.map((fault) => (
          <View key={`${String(fault.row)} ${fault.column} ${fault.reason}`} className={styles.fault}>
            <Text className={styles.place}>{placeOf(fault)}</Text>
            <Text className={styles.reason}>{fault.reason}</Text>
            <Text className={styles.advice}>{fault.advice}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}
