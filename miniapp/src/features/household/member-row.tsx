import { Text, View } from '@tarojs/components';
import { RELATION_WORDS, type MemberInput } from 'shared/household/member.schema';
import { readIdNumber } from 'shared/identity/id-number';
import { ageOn, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Avatar } from '@/components/avatar/avatar';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { a11y } from '@/lib/a11y/a11y';
import styles from './member-row.module.scss';

interface MemberRowProps {
  index: number;
  member: MemberInput;
  startDay: ChinaDay;
  shareFen: number;
  fault: string | undefined;
  onEdit: () => void;
}

const alert = a11y({ role: 'alert' });

/** One person of the family: initial, name, relation, age, the sum they would hold, and what is wrong with the entry. */
export function MemberRow({ index, member, startDay, shareFen, fault, onEdit }: MemberRowProps) {
  const facts = readIdNumber(member.idNumber);
  const age = facts === undefined ? '' : ` · ${ageOn(facts.birthDay, startDay)} 岁`;
  return (
    <View className={styles.member}>
      <Row
        id={`member-${index}`}
        lead={<Avatar name={member.name} />}
        label={member.name}
        note={`${RELATION_WORDS[member.relation]}${age}`}
        value={fault === undefined ? <Amount fen={shareFen} tone="warm" /> : undefined}
        onPress={onEdit}
      />
      {fault === undefined ? null : (
        <View id={`member-${index}-fault`} className={styles.fault} {...alert}>
          <Icon name="alert" size="small" />
          <Text>{fault}</Text>
        </View>
      )}
    </View>
  );
}
