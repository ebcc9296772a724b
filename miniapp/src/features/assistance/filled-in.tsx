import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS } from 'shared/claim/claim.schema';
import type { AssistanceView } from 'shared/assistance/assistance.contracts';
import { formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Icon } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { callPhone } from '@/lib/phone/phone';

/** What a specialist filled in, for the family to read through, and who it was. */
export function FilledIn({ assistance, today }: { assistance: AssistanceView; today: ChinaDay }) {
  const { report, helper, personName, planName } = assistance;
  const isIllness = report.kind === 'illness';
  const day = formatChinaDay(report.accidentDay, today);
  return (
    <Section title="帮您填的">
      <Card flush>
        <Row label="谁" value={personName} />
        <Row label="保障" value={planName} />
        <Row label="要办" value={CLAIM_KIND_WORDS[report.kind]} />
        {isIllness ? null : <Row label="因为" value={ACCIDENT_CAUSE_WORDS[report.cause]} />}
        <Row
          label={isIllness ? '确诊的日子' : '出事的时间'}
          value={isIllness ? day : `${day} ${report.accidentTime}`}
        />
        <Row label={isIllness ? '医院' : '地点'} value={report.place} stacked />
        <Row label="经过" value={report.description} stacked />
      </Card>
      {helper === null ? null : (
        <Card flush>
          <Row
            id="assisted-call"
            lead={<Icon name="phone" />}
            label={`服务专员 ${helper.name}`}
            note={`${helper.phone}，有不对的可以问`}
            onPress={() => void callPhone(helper.phone)}
          />
        </Card>
      )}
    </Section>
  );
}
