import { Text, View } from '@tarojs/components';
import type { FamilyCard as Cover } from 'shared/household/get-home.contract';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { formatYuanShort } from 'shared/money/fen';
import { addDays, formatChinaDate, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { useTheme } from '@/lib/theme/theme';
import styles from './family-card.module.scss';

/** More people than this are told by their number; the certificate lists them all. */
const SHOWN_PERSONS = 5;

interface FamilyCardProps {
  cover: Cover;
  today: ChinaDay;
  /** 坪埠村 · 王建国家 */
  whose: string;
  onClaim: () => void;
  onPolicy: () => void;
}

const startWords = (startDay: ChinaDay, today: ChinaDay): string =>
  startDay === addDays(today, 1) ? '明天' : formatChinaDate(startDay);

/** What the family holds today: days left, each person's sum, the shared medical money. */
export function FamilyCard({ cover, today, whose, onClaim, onPolicy }: FamilyCardProps) {
  const { elder } = useTheme();
  const { persons, medicalLeftFen, medicalLimitFen } = cover;
  const shown = persons.length > SHOWN_PERSONS ? persons.slice(0, SHOWN_PERSONS - 1) : persons;
  const medicalWords = `全家医疗费还剩 ${formatYuanShort(medicalLeftFen)} 元，一共 ${formatYuanShort(medicalLimitFen)} 元`;
  const actions = (
    <View className={styles.actions}>
      <View className={styles.claim}>
        <Button id="home-claim" onPress={onClaim}>
          我要理赔
        </Button>
      </View>
      <Button id="home-policy" kind="quiet" onPress={onPolicy}>
        看保单
      </Button>
    </View>
  );
  return (
    <Card tone="hero" id="family-card">
      <View className={styles.head}>
        <Text className={styles.whose}>{whose}</Text>
        <Badge tone={cover.hasStarted ? 'good' : 'info'}>{cover.hasStarted ? '保障中' : '还没开始'}</Badge>
      </View>
      <View className={styles.left}>
        <Text className={styles.caption}>
          {cover.hasStarted ? '全家的保障还有' : `${startWords(cover.startDay, today)} 0 点开始，保`}
        </Text>
        <Text className={styles.days}>
          {cover.daysLeft}
          <Text className={styles.unit}>天</Text>
        </Text>
        <Text className={styles.caption}>{`到 ${formatChinaDate(cover.lastDay)} 晚上 12 点`}</Text>
      </View>
      {elder ? actions : null}
      <View className={styles.persons}>
        <Text className={styles.caption}>
          {cover.isSample ? '遇到意外，最多还能赔（示例）' : '遇到意外，最多还能赔'}
        </Text>
        {shown.map((person, position) => (
          <View key={position} className={styles.person}>
            <Text className={styles.name}>
              {person.name}
              <Text className={styles.relation}>{RELATION_WORDS[person.relation]}</Text>
            </Text>
            <View className={styles.sum}>
              <Amount fen={person.accidentLeftFen} tone="warm" />
            </View>
          </View>
        ))}
        {shown.length < persons.length ? (
          <Text className={styles.caption}>{`还有 ${persons.length - shown.length} 位家人，在保单里看`}</Text>
        ) : null}
      </View>
      <View className={styles.medical}>
        <View className={styles.person}>
          <Text className={styles.name}>全家医疗费还剩</Text>
          <View className={styles.sum}>
            <Amount fen={medicalLeftFen} tone="warm" />
          </View>
        </View>
        <ProgressBar
          share={medicalLimitFen === 0 ? 0 : medicalLeftFen / medicalLimitFen}
          tone="warm"
          label={medicalWords}
        />
        <Text className={styles.caption}>{`一共 ${formatYuanShort(medicalLimitFen)} 元，全家共用`}</Text>
      </View>
      {elder ? null : actions}
    </Card>
  );
}
