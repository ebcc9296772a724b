import { Text, View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { CONSENT_AWAITED } from 'shared/policy/consent';
import { CLAIM_KIND_TERMS } from 'shared/claim/desk-words';
import type { ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { dueOf } from './due-words';
import { StateBadge } from './state-badge';
import styles from './case-head.module.scss';

const decided = ['approved', 'paying', 'paid', 'paymentFailed', 'refused', 'withdrawn'];

/** Whose case it is, where it stands and by when the family must have an answer. */
export function CaseHead({ open, today }: { open: CaseView; today: ChinaDay }) {
  const due = dueOf(open.promise, today);
  return (
    <View className={styles.head}>
      <View className={styles.names}>
        <View className={styles.line}>
          <Text className={styles.name}>{open.personName}</Text>
          <Text>{CLAIM_KIND_TERMS[open.kind]}</Text>
          <StateBadge state={open.state} />
          {open.consentAwaited ? <Badge tone="due">{CONSENT_AWAITED}</Badge> : null}
          {open.complexity === 'disputed' ? <Badge tone="due">有争议</Badge> : null}
        </View>
        <Text className={styles.number} userSelect>
          案号 {open.claimNumber}
        </Text>
      </View>
      {decided.includes(open.state) ? null : (
        <View className={styles.promise}>
          <Text className={styles.label}>答复期限</Text>
          <Text className={styles.day}>{due.day}</Text>
          <Text className={`${styles.left} ${styles[due.tone]}`}>{due.left}</Text>
        </View>
      )}
    </View>
  );
}
