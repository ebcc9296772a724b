import { Text, View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { UNDECIDED_STATES } from 'shared/claim/claim-state';
import { CLAIM_KIND_TERMS } from 'shared/claim/desk-words';
import { CONSENT_AWAITED } from 'shared/policy/consent';
import type { ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { AlarmBadge } from './alarm-badge';
import styles from './case-head.module.scss';
import { CaseNeighbours } from './case-neighbours';
import { dueOf } from './due-words';
import { StateBadge } from './state-badge';

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
          {open.greenChannel === null ? null : <Badge tone="good">优先</Badge>}
          <AlarmBadge alarm={open.alarm} />
          {open.consentAwaited ? <Badge tone="due">{CONSENT_AWAITED}</Badge> : null}
          {open.panel?.outcome === null ? <Badge tone="due">合议中</Badge> : null}
          {open.complexity === 'disputed' ? <Badge tone="due">有争议</Badge> : null}
        </View>
        <Text className={styles.number} userSelect>
          案号 {open.claimNumber}
        </Text>
        {open.greenChannel === null ? null : (
          <Text className={styles.label}>优先办理：{open.greenChannel.reason}</Text>
        )}
      </View>
      <View className={styles.aside}>
        {UNDECIDED_STATES.includes(open.state) ? (
          <View className={styles.promise}>
            <Text className={styles.label}>答复期限</Text>
            <Text className={styles.day}>{due.day}</Text>
            <Text className={`${styles.left} ${styles[due.tone]}`}>
              {open.state === 'papersAsked' ? '等材料，暂停中' : due.left}
            </Text>
          </View>
        ) : null}
        <CaseNeighbours claimId={open.claimId} />
      </View>
    </View>
  );
}
