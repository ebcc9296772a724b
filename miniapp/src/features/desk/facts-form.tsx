import { Text } from '@tarojs/components';
import type { ClaimKind } from 'shared/claim/claim.schema';
import { Card } from '@/components/card/card';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Section } from '@/components/section/section';
import type { FactsDraft } from './facts-draft';
import { GradePicker } from './grade-picker';
import { InvoiceFields } from './invoice-fields';

interface FactsFormProps {
  kind: ClaimKind;
  draft: FactsDraft;
  faults: ReadonlyMap<string, string>;
  onChange: (part: Partial<FactsDraft>) => void;
}

const yesOrNo = [
  { value: 'yes', label: '报过' },
  { value: 'no', label: '没报过' },
] as const;

/** The facts a handler enters for a claim of one kind. */
export function FactsForm({ kind, draft, faults, onChange }: FactsFormProps) {
  return (
    <Section title="录入事实" note="填完自动算出金额">
      <Card>
        {kind === 'medical' ? (
          <>
            <InvoiceFields
              invoices={draft.invoices}
              faults={faults}
              onChange={(invoices) => onChange({ invoices })}
            />
            <ChoiceList
              id="facts-social-insurance"
              label="医保报销过吗（决定赔付比例）"
              inline
              choices={yesOrNo}
              value={draft.afterSocialInsurance === '' ? undefined : draft.afterSocialInsurance}
              onChange={(afterSocialInsurance) => onChange({ afterSocialInsurance })}
            />
          </>
        ) : kind === 'disability' ? (
          <GradePicker grade={draft.grade} onChange={(grade) => onChange({ grade })} />
        ) : (
          <Text>意外身故不用录入金额：按本人的意外保额计算，减去本期已赔的伤残金。</Text>
        )}
      </Card>
    </Section>
  );
}
