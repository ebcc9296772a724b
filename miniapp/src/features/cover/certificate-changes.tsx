import { GIFT_CORRECTION_DAYS } from 'shared/policy/correction';
import type { PolicyView } from 'shared/policy/policy-view';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { openPage } from '@/lib/navigation/navigation';
import { cancelPage, correctPage, newbornPage } from './cover-pages';

const noteOf = (state: PolicyView['state'], isNumberOnly: boolean): string => {
  if (isNumberOnly) return '用出生证明保的孩子，上了户口就可以填';
  return state === 'notStarted'
    ? '保障开始前可以改'
    : `单位送的保障，领取后 ${GIFT_CORRECTION_DAYS} 天内可以改`;
};

/** The quiet ways to change a policy: names before it starts, a newborn, and its end. Nothing for one that is over. */
export function CertificateChanges({ policy }: { policy: PolicyView }) {
  const { policyId, state, correctable } = policy;
  if (state === 'ended' || state === 'cancelled') return null;
  const isNumberOnly = policy.insured.every((person) => person.correctable !== 'all');
  return (
    <Section title="要改、要加、要退">
      <Card flush>
        {correctable ? (
          <Row
            id="certificate-correct"
            label={isNumberOnly ? '补填孩子的身份证号' : '改正姓名或证件号'}
            note={noteOf(state, isNumberOnly)}
            onPress={() => void openPage(correctPage(policyId))}
          />
        ) : null}
        <Row
          id="certificate-newborn"
          label="加刚出生的孩子"
          note="不另收钱，先看每人的数怎么变"
          onPress={() => void openPage(newbornPage(policyId))}
        />
        <Row
          id="certificate-cancel"
          label="退保"
          note="先看能退多少，再决定"
          onPress={() => void openPage(cancelPage(policyId))}
        />
      </Card>
    </Section>
  );
}
