import type { OutputOf } from 'shared/contract/contract';
import type { listUntoldGifts } from 'shared/sponsor/gift.contracts';
import { formatChinaDate } from 'shared/time/china-day';
import { Avatar } from '@/components/avatar/avatar';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';

type Villages = OutputOf<typeof listUntoldGifts>['villages'];

/** Families for whom others paid and who have not opened their policy: whom to tell, and what to say. */
export function UntoldList({ villages }: { villages: Villages }) {
  const waiting = villages.filter(({ gifts }) => gifts.length > 0);
  if (waiting.length === 0)
    return (
      <EmptyState
        icon="done"
        title="没有要告知的家庭"
        text="单位替村里的家庭办了保障、家里还没领取时，会出现在这里。"
      />
    );
  return (
    <>
      <Notice title="告诉他们怎么领">
        打开暖家保，进“保障”，点“领取单位送的保障”，填户主的姓名和身份证号，签名就行。不收一分钱。
      </Notice>
      {waiting.map(({ regionCode, villageName, gifts }) => (
        <Section
          key={regionCode}
          title={`${villageName} ${String(gifts.length)} 户`}
          note="家里领取后自动从这里去掉"
        >
          <Card flush>
            {gifts.map(({ policyId, holderName, persons, planName, sponsorName, startDay }) => (
              <Row
                key={policyId}
                lead={<Avatar name={holderName} />}
                label={`${holderName}家，${String(persons)} 人`}
                note={`${sponsorName}出钱 · ${planName} · ${formatChinaDate(startDay)}开始`}
              />
            ))}
          </Card>
        </Section>
      ))}
    </>
  );
}
