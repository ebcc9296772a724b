import { Text } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { ACCIDENT_CAUSE_WORDS } from 'shared/claim/claim.schema';
import { formatYuan } from 'shared/money/fen';
import { formatChinaDate, formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { openPage } from '@/lib/navigation/navigation';
import { CasePhotos } from './case-photos';
import { salePage } from './sale-page';

const yuan = (fen: number) => `${formatYuan(fen)} 元`;

/** What the family handed in, and the policy it rests on. */
export function CasePapers({ open }: { open: CaseView }) {
  const { policy, account } = open;
  return (
    <>
      <Section title="材料" note={`${open.photos.length} 张照片，点开看大图`}>
        <Card>
          <CasePhotos urls={open.photos.map((photo) => photo.url)} />
        </Card>
      </Section>
      <Section title="报案内容">
        <Card flush>
          <Row label="出事时间" value={formatChinaTime(open.accidentAt)} />
          <Row label="原因" value={ACCIDENT_CAUSE_WORDS[open.cause]} />
          <Row label="地点" value={open.place} />
          <Row label="经过" value={<Text userSelect>{open.description}</Text>} stacked />
          <Row label="被保险人" value={`${open.personName}，出事时 ${open.ageAtAccident} 岁`} />
          <Row label="身份证号" value={open.maskedIdNumber} />
          <Row label="收款账户" value={`${account.holder} · ${account.bank} ${account.maskedNumber}`} />
        </Card>
      </Section>
      <Section title="保单">
        {policy.coveredAtAccident ? null : (
          <Notice tone="bad" title="出事时不在保障期内">
            保障从开始日 0 点算起。出事时间不在期内的，不能批准赔付。
          </Notice>
        )}
        <Card flush>
          <Row label={policy.planName} value={policy.policyNumber} />
          <Row
            id="case-sale"
            label="看投保时的页面和签名"
            note="每次查看都有记录"
            onPress={() => void openPage(salePage(policy.policyNumber))}
          />
          <Row
            label="保障期"
            value={`${formatChinaDate(policy.startDay)} 至 ${formatChinaDate(policy.lastDay)}`}
          />
          <Row label="被保险人数" value={`${policy.insuredCount} 人`} />
          <Row
            label="本人意外保额"
            note={`本期已赔 ${yuan(policy.accidentPaidFen)}`}
            value={yuan(policy.accidentShareFen)}
          />
          <Row
            label="全家医疗额度"
            note={`本期已赔 ${yuan(policy.medicalPaidFen)}`}
            value={yuan(policy.medicalLimitFen)}
          />
        </Card>
      </Section>
    </>
  );
}
