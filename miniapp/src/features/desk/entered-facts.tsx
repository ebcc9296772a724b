import type { AssessmentFacts, BenefitFacts } from 'shared/claim/assessment.schema';
import { CLAIM_KIND_TERMS } from 'shared/claim/desk-words';
import { formatYuan } from 'shared/money/fen';
import { formatChinaDate } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';

const yuan = (fen: number) => `${formatYuan(fen)} 元`;

/** One line of what was entered. */
interface Entered {
  label: string;
  value: string;
  note?: string;
}

const enteredOf = (facts: BenefitFacts): Entered[] => {
  switch (facts.kind) {
    case 'medical':
      return [
        ...facts.invoices.map((invoice) => ({
          label: invoice.label,
          value: yuan(invoice.amountFen),
          note: [
            ...(invoice.number === '' ? [] : [`号码 ${invoice.number}`]),
            ...(invoice.day === null ? [] : [formatChinaDate(invoice.day)]),
            ...(invoice.eligibleFen === invoice.amountFen ? [] : [`能赔 ${yuan(invoice.eligibleFen)}`]),
            `别处已报 ${yuan(invoice.paidByOthersFen)}`,
            ...(invoice.note === '' ? [] : [invoice.note]),
          ].join(' · '),
        })),
        { label: '医保报销', value: facts.afterSocialInsurance ? '报过' : '没报过' },
      ];
    case 'allowance':
      return facts.stays.map(({ admittedOn, dischargedOn }, index) => ({
        label: `第 ${index + 1} 次住院`,
        value: `${formatChinaDate(admittedOn)} 至 ${formatChinaDate(dischargedOn)}`,
      }));
    case 'disability':
      return [
        ...facts.injuries.map(({ part, code, grade }) => ({
          label: part,
          value: `${grade} 级`,
          note: `条目 ${code}`,
        })),
        {
          label: '评残的日子',
          value: formatChinaDate(facts.ratedOn),
          ...(facts.inTreatment ? { note: '出事后第 180 天还在治疗' } : {}),
        },
      ];
    case 'death':
      return [
        { label: '去世的日子', value: formatChinaDate(facts.diedOn) },
        { label: '别家保险公司赔的身故金', value: yuan(facts.paidByOtherInsurersFen) },
      ];
    case 'illness':
      return [
        { label: '病名', value: facts.disease },
        { label: '确诊的日子', value: formatChinaDate(facts.diagnosedOn) },
      ];
  }
};

/** What was entered, as the approver checks it against the papers. */
export function EnteredFacts({ facts }: { facts: AssessmentFacts }) {
  return (
    <Section title="录入的事实">
      {facts.benefits.map((benefit) => (
        <Card key={benefit.kind} flush>
          <Row label={CLAIM_KIND_TERMS[benefit.kind]} strong />
          {enteredOf(benefit).map((entered, index) => (
            <Row key={index} {...entered} />
          ))}
        </Card>
      ))}
    </Section>
  );
}
