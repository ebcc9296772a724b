import type { PolicyView } from 'shared/policy/policy-view';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { Amount } from '@/components/amount/amount';
import { Avatar } from '@/components/avatar/avatar';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';

interface PolicySumsProps {
  policy: PolicyView;
  onOpen: () => void;
}

/** What a policy may still pay, person by person, and the way to its full text. */
export function PolicySums({ policy, onOpen }: PolicySumsProps) {
  return (
    <Section title="遇到意外，最多还能赔">
      <Card flush>
        {policy.insured.map((person, position) => (
          <Row
            key={position}
            lead={<Avatar name={person.name} />}
            label={person.name}
            note={RELATION_WORDS[person.relation]}
            value={<Amount fen={person.accidentLeftFen} tone="warm" />}
          />
        ))}
        <Row
          label="医疗费"
          note="全家共用"
          lead={<Icon name="medical" size="large" />}
          value={<Amount fen={policy.medicalLeftFen} tone="warm" />}
        />
        <Row id="cover-certificate" label="看完整保单" onPress={onOpen} />
      </Card>
    </Section>
  );
}
