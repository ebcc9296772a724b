import { Text } from '@tarojs/components';
import type { AssessmentFacts, Statement } from 'shared/claim/assessment.schema';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { CaseBill } from './case-bill';
import { EnteredFacts } from './entered-facts';

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
      <Section title="核算结果" note="由规则算出，不能手改">
        <Card>
          <CaseBill statement={statement} />
        </Card>
      </Section>
      <EnteredFacts facts={facts} />
    </>
  );
}
