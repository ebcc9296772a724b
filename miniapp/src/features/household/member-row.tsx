import { Fragment } from 'react';
import { Text, View } from '@tarojs/components';
import { readIdentity } from 'shared/household/identity-facts';
import { RELATION_WORDS, type MemberInput } from 'shared/household/member.schema';
import type { NamedSum } from 'shared/product/coverage-words';
import { ageOn, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Avatar } from '@/components/avatar/avatar';
import { CheckRow } from '@/components/check-row/check-row';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { a11y } from '@/lib/a11y/a11y';
import styles from './member-row.module.scss';

type Choice = { takesPart: boolean; onChange: (takesPart: boolean) => void } | { because: string };

interface MemberRowProps {
  index: number;
  member: MemberInput;
  startDay: ChinaDay;
  /** What this person would hold; nothing for who does not take part. */
  sums: readonly NamedSum[];
  fault: string | undefined;
  onEdit: () => void;
  /** In a plan that the family chooses people for: whether this one takes part, or why not. */
  choice?: Choice;
}

const alert = a11y({ role: 'alert' });

/** One person of the family: initial, name, relation, age, the sum they would hold, and what is wrong with the entry. */
export function MemberRow({ index, member, startDay, sums, fault, onEdit, choice }: MemberRowProps) {
  const { facts } = readIdentity(member);
  const age = facts === undefined ? '' : ` · ${ageOn(facts.birthDay, startDay)}\u00a0岁`;
  return (
    <View className={styles.member}>
      <Row
        id={`member-${index}`}
        lead={<Avatar name={member.name} />}
        label={member.name}
        note={`${RELATION_WORDS[member.relation]}${age}`}
        value={
          fault === undefined && sums.length > 0 ? (
            <View className={styles.sums}>
              {sums.map(({ kind, label, fen }) => (
                <Fragment key={kind}>
                  {kind === 'accident' ? null : <Text className={styles.what}>{label}</Text>}
                  <Amount fen={fen} tone="warm" />
                </Fragment>
              ))}
            </View>
          ) : undefined
        }
        onPress={onEdit}
      />
      {choice === undefined ? null : 'because' in choice ? (
        <Text className={styles.because}>{choice.because}</Text>
      ) : (
        <CheckRow
          id={`member-${index}-takes-part`}
          checked={choice.takesPart}
          onChange={(takesPart) => choice.onChange(takesPart)}
        >
          {`给${member.name}买`}
        </CheckRow>
      )}
      {fault === undefined ? null : (
        <View id={`member-${index}-fault`} className={styles.fault} {...alert}>
          <Icon name="alert" size="small" />
          <Text>{fault}</Text>
        </View>
      )}
    </View>
  );
}
