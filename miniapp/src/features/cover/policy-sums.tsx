import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import type { PolicyView } from 'shared/policy/policy-view';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { personSums } from 'shared/product/coverage-words';
import { Amount } from '@/components/amount/amount';
import { Avatar } from '@/components/avatar/avatar';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import styles from './certificate.module.scss';

interface PolicySumsProps {
  policy: PolicyView;
  onOpen: () => void;
}

/** What a policy may still pay, person by person, and the way to its full text. */
export function PolicySums({ policy, onOpen }: PolicySumsProps) {
  return (
    <Section title="最多还能赔">
      <Card flush>
        {policy.insured.map((person, position) => (
          <Row
            key={position}
            lead={<Avatar name={person.name} />}
            label={person.name}
            note={RELATION_WORDS[person.relation]}
            value={
              <View className={styles.value}>
                {personSums({ ...person, accidentFen: person.accidentLeftFen }).map(
                  ({ kind, label, fen }) => (
                    <Fragment key={kind}>
                      <Text className={styles.caption}>{label}</Text>
                      <Amount fen={fen} tone="warm" />
                    </Fragment>
                  ),
                )}
              </View>
            }
          />
        ))}
        {policy.medical === null ? null : (
          <Row
            label="意外医疗费"
            note="全家共用"
            lead={<Icon name="medical" size="large" />}
            value={<Amount fen={policy.medical.leftFen} tone="warm" />}
          />
        )}
        <Row id="cover-certificate" label="看完整保单" onPress={onOpen} />
      </Card>
    </Section>
  );
}
