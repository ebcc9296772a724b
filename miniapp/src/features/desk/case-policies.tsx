import type { CaseView } from 'shared/claim/case-view';
import { formatYuan } from 'shared/money/fen';
import { formatChinaDate } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { openPage } from '@/lib/navigation/navigation';
import { salePage } from './sale-page';

const yuan = (fen: number) => `${formatYuan(fen)} 元`;

type CasePolicy = CaseView['policies'][number];

/** What the person and the family hold under one policy, and what was paid of it. */
function Sums({ policy }: { policy: CasePolicy }) {
  return (
    <>
      {policy.accidentShareFen === 0 ? null : (
        <Row
          label="本人意外保额"
          note={`本期已赔 ${yuan(policy.accidentPaidFen)}`}
          value={yuan(policy.accidentShareFen)}
        />
      )}
      {policy.medicalLimitFen === 0 ? null : (
        <Row
          label="全家医疗额度"
          note={`本期已赔 ${yuan(policy.medicalPaidFen)}`}
          value={yuan(policy.medicalLimitFen)}
        />
      )}
      {policy.allowancePerDayFen === 0 ? null : (
        <Row
          label="住院津贴"
          note={`本期已赔 ${policy.allowanceDaysPaid} 天`}
          value={`每天 ${yuan(policy.allowancePerDayFen)}`}
        />
      )}
      {policy.illnessSumFen === 0 ? null : (
        <Row
          label="本人重疾保额"
          note={`本期已赔 ${yuan(policy.illnessPaidFen)}`}
          value={yuan(policy.illnessSumFen)}
        />
      )}
    </>
  );
}

/** Every policy that answers for the person on that day, the family's own first. Source: domain R10. */
export function CasePolicies({ open }: { open: CaseView }) {
  const { policies } = open;
  return (
    <Section title="保单" note={policies.length > 1 ? `${policies.length} 份，一起赔` : undefined}>
      {policies.some(({ coveredAtAccident }) => !coveredAtAccident) ? (
        <Notice tone="bad" title="出事时不在保障期内">
          保障从开始日 0 点算起。出事时间不在期内的，不能批准赔付。
        </Notice>
      ) : null}
      {policies.map((policy, position) => (
        <Card key={policy.policyNumber} flush>
          <Row label={policy.planName} value={policy.policyNumber} />
          <Row
            label="保障期"
            value={`${formatChinaDate(policy.startDay)} 至 ${formatChinaDate(policy.lastDay)}`}
          />
          <Row label="被保险人数" value={`${policy.insuredCount} 人`} />
          <Sums policy={policy} />
          <Row
            id={position === 0 ? 'case-sale' : `case-sale-${position + 1}`}
            label="看投保时的页面和签名"
            note="每次查看都有记录"
            onPress={() => void openPage(salePage(policy.policyNumber))}
          />
        </Card>
      ))}
    </Section>
  );
}
