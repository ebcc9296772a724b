import { Text } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Section } from '@/components/section/section';
import type { ClaimKind } from 'shared/claim/claim.schema';
import { CaseBill } from './case-bill';
import type { FactsDraft, FactsRead } from './facts-draft';
import { FactsForm } from './facts-form';
import type { Preview } from './use-preview';

interface CaseAssessmentProps {
  kind: ClaimKind;
  draft: FactsDraft;
  read: FactsRead;
  preview: Preview;
  onChange: (part: Partial<FactsDraft>) => void;
}

function Result({ read, preview }: Pick<CaseAssessmentProps, 'read' | 'preview'>) {
  if (preview.error !== undefined) {
    return (
      <>
        <Failure error={preview.error} />
        <Button id="case-preview-retry" kind="secondary" icon="retry" onPress={preview.refetch}>
          再算一次
        </Button>
      </>
    );
  }
  if (preview.statement !== undefined)
    return <CaseBill statement={preview.statement} isOld={preview.isOld} />;
  return (
    <Text>{read.missing === undefined ? '正在计算…' : `${read.missing}，填好后这里显示金额和公式。`}</Text>
  );
}

/** Facts being entered, and what the rules make of them while they are typed. */
export function CaseAssessment({ kind, draft, read, preview, onChange }: CaseAssessmentProps) {
  return (
    <>
      <FactsForm kind={kind} draft={draft} faults={read.faults} onChange={onChange} />
      <Section title="核算结果" note="由规则算出，不能手改">
        <Card>
          <Result read={read} preview={preview} />
        </Card>
      </Section>
    </>
  );
}
