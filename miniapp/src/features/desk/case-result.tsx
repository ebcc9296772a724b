import { Text } from '@tarojs/components';
import type { AssessmentFacts, Statement } from 'shared/claim/assessment.schema';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { formatYuan } from 'shared/money/fen';
import { CaseBill } from './case-bill';

/** What was entered, as the approver checks it against the papers. */
function EnteredFacts({ facts }: { facts: AssessmentFacts }) {
  if (facts.kind === 'death') return <Row label="录入的事实" value="意外身故" />;
  if (facts.kind === 'disability') return <Row label="伤残等级" value={`${facts.grade} 级`} />;
  return (
    <>
      {facts.invoices.map((invoice, index) => (
        <Row
          key={index}
          label={invoice.label}
          note={`别处已报 ${formatYuan(invoice.paidByOthersFen)} 元`}
          value={`${formatYuan(invoice.eligibleFen)} 元`}
        />
      ))}
      <Row label="医保报销" value={facts.afterSocialInsurance ? '报过' : '没报过'} />
    </>
  );
}

interface CaseResultProps {
  facts: AssessmentFacts | null;
  statement: Statement | null;
}

/** The assessment as it stands: what was entered and what the rules made of it. */
export function CaseResult({ facts, statement }: CaseResultProps) {
  if (facts === null || statement === null) {
    return (
      <Section title="核算">
        <Card>
          <Text>还没有核算。立案后由经办人录入事实，金额由规则算出。</Text>
        </Card>
      </Section>
    );
  }
  return (
    <>
      <Section title="录入的事实">
        <Card flush>
          <EnteredFacts facts={facts} />
        </Card>
      </Section>
      <Section title="核算结果">
        <Card>
          <CaseBill statement={statement} />
        </Card>
      </Section>
    </>
  );
}
