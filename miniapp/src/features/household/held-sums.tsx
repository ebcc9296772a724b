import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import type { FamilyCard as Cover } from 'shared/household/get-home.contract';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { CONSENT_AWAITED } from 'shared/policy/consent';
import { formatYuanShort } from 'shared/money/fen';
import { personSums, type CoverageKind } from 'shared/product/coverage-words';
import { Amount } from '@/components/amount/amount';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import styles from './family-card.module.scss';

type Held = Pick<Cover, 'persons' | 'medical' | 'isSample'>;

const KINDS: readonly { kind: CoverageKind; caption: string }[] = [
  { kind: 'accident', caption: '遇到意外，最多还能赔' },
  { kind: 'illness', caption: '得了条款里列的重病，赔' },
  { kind: 'allowance', caption: '意外住院，每天赔' },
];

const fenOf = (person: Cover['persons'][number], kind: CoverageKind): number =>
  personSums({ ...person, accidentFen: person.accidentLeftFen }).find((sum) => sum.kind === kind)?.fen ?? 0;

/** What each person holds under one coverage. */
function PersonsSums({ cover, kind, caption }: { cover: Held; kind: CoverageKind; caption: string }) {
  const holding = cover.persons.filter((person) => fenOf(person, kind) > 0);
  if (holding.length === 0) return null;
  return (
    <View className={styles.persons}>
      <Text className={styles.caption}>{cover.isSample ? `${caption}（示例）` : caption}</Text>
      {holding.map((person, position) => (
        <Fragment key={position}>
          <View className={styles.person}>
            <Text className={styles.name}>
              {person.name}
              <Text className={styles.relation}>{RELATION_WORDS[person.relation]}</Text>
            </Text>
            <View className={styles.sum}>
              <Amount fen={fenOf(person, kind)} tone="warm" />
            </View>
          </View>
          {kind === 'accident' && person.consentAwaited ? (
            <Text className={styles.caption}>{CONSENT_AWAITED}</Text>
          ) : null}
        </Fragment>
      ))}
    </View>
  );
}

/** What is left of the medical money that the family shares. */
function MedicalLeft({ medical }: { medical: NonNullable<Cover['medical']> }) {
  const [left, limit] = [formatYuanShort(medical.leftFen), formatYuanShort(medical.limitFen)];
  return (
    <View className={styles.medical}>
      <View className={styles.person}>
        <Text className={styles.name}>全家医疗费还剩</Text>
        <View className={styles.sum}>
          <Amount fen={medical.leftFen} tone="warm" />
        </View>
      </View>
      <ProgressBar
        share={medical.leftFen / medical.limitFen}
        tone="warm"
        label={`全家医疗费还剩 ${left} 元，一共 ${limit} 元`}
      />
      <Text className={styles.caption}>{`一共 ${limit} 元，全家共用`}</Text>
    </View>
  );
}

/** Each person's sums under every coverage of one policy, then the shared medical money. */
export function HeldSums({ cover }: { cover: Held }) {
  return (
    <>
      {KINDS.map(({ kind, caption }) => (
        <PersonsSums key={kind} cover={cover} kind={kind} caption={caption} />
      ))}
      {cover.medical === null ? null : <MedicalLeft medical={cover.medical} />}
    </>
  );
}
