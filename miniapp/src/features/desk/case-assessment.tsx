import { Text } from '@tarojs/components';
import type { ClaimKind } from 'shared/claim/claim.schema';
import type { ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Section } from '@/components/section/section';
import { CaseBill } from './case-bill';
import { FactsForm } from './facts-form';
import type { FactsEntry } from './use-facts-entry';
import type { Preview } from './use-preview';

interface CaseAssessmentProps {
  entry: FactsEntry;
  /** Benefits that some policy of the case covers. */
  covered: readonly ClaimKind[];
  today: ChinaDay;
}

function Result({ missing, preview }: { missing: string | undefined; preview: Preview }) {
  const { error, statement, isOld, refetch } = preview;
  if (error !== undefined && error.fields.length === 0) {
    return (
      <>
        <Failure error={error} />
        <Button id="case-preview-retry" kind="secondary" icon="retry" onPress={refetch}>
          再算一次
        </Button>
      </>
    );
  }
  if (missing !== undefined) return <Text>{`${missing}，填好后这里显示金额和公式。`}</Text>;
  return statement === undefined ? <Text>正在计算…</Text> : <CaseBill statement={statement} isOld={isOld} />;
}

/** Facts being entered, and what the rules make of them while they are typed. */
export function CaseAssessment({ entry, covered, today }: CaseAssessmentProps) {
  return (
    <>
      <FactsForm
        draft={entry.draft.value}
        faults={entry.faults}
        covered={covered}
        today={today}
        onChange={entry.draft.set}
      />
      <Section title="核算结果" note="由规则算出，不能手改">
        <Card>
          <Result missing={entry.missing} preview={entry.preview} />
        </Card>
      </Section>
    </>
  );
}
