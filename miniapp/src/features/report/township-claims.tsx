import { Text, View } from '@tarojs/components';
import type { OutputOf } from 'shared/contract/contract';
import { CLAIM_KIND_TERMS, DESK_STATE_WORDS } from 'shared/claim/desk-words';
import { formatYuan } from 'shared/money/fen';
import type { listClaimsByTownship } from 'shared/report/list-claims-by-township.contract';
import { formatChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { DataTable } from '@/components/data-table/data-table';
import { Section } from '@/components/section/section';
import styles from './township-claims.module.scss';

type MonthOfClaims = OutputOf<typeof listClaimsByTownship>;
type Township = MonthOfClaims['townships'][number];

function TownshipList({ township }: { township: Township }) {
  return (
    <Section
      title={township.name}
      note={`报案 ${township.reported} 件 · 已赔 ${formatYuan(township.paidFen)} 元`}
    >
      <Card flush>
        {township.claims.map((claim) => (
          <View key={claim.claimNumber} className={styles.claim}>
            <View className={styles.line}>
              <Text className={styles.name}>{claim.maskedName}</Text>
              <Text>{DESK_STATE_WORDS[claim.state]}</Text>
            </View>
            <View className={styles.line}>
              <Text className={styles.detail}>
                {CLAIM_KIND_TERMS[claim.kind]} · {formatChinaDay(claim.reportedDay, claim.reportedDay)}报案
              </Text>
              {claim.paidFen === 0 ? null : (
                <View className={styles.paid}>
                  <Amount fen={claim.paidFen} tone="warm" />
                </View>
              )}
            </View>
            <Text className={styles.number}>{claim.claimNumber}</Text>
          </View>
        ))}
      </Card>
    </Section>
  );
}

/** The month's claims by township, with what they add up to; people masked. Source: domain R21. */
export function TownshipClaims({ claims }: { claims: MonthOfClaims }) {
  const withClaims = claims.townships.filter((township) => township.claims.length > 0);
  return (
    <>
      <Section title={`${claims.countyName}合计`}>
        <Card flush>
          <DataTable
            label={`${claims.countyName}各乡镇理赔`}
            columns={['乡镇', '报案件数', '已赔（元）']}
            rows={withClaims.map(({ regionCode, name, reported, paidFen }) => ({
              key: regionCode,
              id: `township-row-${regionCode}`,
              name,
              figures: [reported, formatYuan(paidFen)],
            }))}
            total={{
              id: 'township-total',
              name: '合计',
              figures: [claims.totalReported, formatYuan(claims.totalPaidFen)],
            }}
          />
        </Card>
      </Section>
      {withClaims.map((township) => (
        <TownshipList key={township.regionCode} township={township} />
      ))}
      <Text className={styles.note}>姓名只显示一部分，看不到身份证号、病情和银行账户。</Text>
    </>
  );
}
