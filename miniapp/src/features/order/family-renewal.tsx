import { RELATION_WORDS } from 'shared/household/member.schema';
import { canRenew } from 'shared/policy/renewed-family';
import { formatChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { RenewedCover } from './renewed-cover';
import type { FamilyRenewal } from './use-family-renewal';

const STANDING_WORDS: Readonly<Record<FamilyRenewal['people'][number]['standing'], string>> = {
  fine: '可以续',
  signs: '可以续，要本人同意',
  tooOld: '这次不保：超过年龄',
  insured: '这次不保：已有同一保障',
};

/** Why a relative cannot renew now. */
export function FamilyRenewalClosed({ renewal }: { renewal: FamilyRenewal }) {
  const { phase, today, opensOn, closesOn, maskedHolderName } = renewal;
  if (phase === 'renewed')
    return <EmptyState icon="shield" title={`${maskedHolderName}家已经续好了`} text="不用再付。" />;
  if (phase === 'early')
    return (
      <EmptyState
        icon="shield"
        title="还没到续保的时间"
        text={`${formatChinaDay(opensOn, today)}起可以续，到时再点开这个链接。`}
      />
    );
  if (phase === 'over')
    return (
      <EmptyState
        icon="shield"
        title="续保的时间过了"
        text={`${formatChinaDay(closesOn, today)}为止可以续，现在要家里重新买一份。`}
      />
    );
  return (
    <EmptyState
      icon="shield"
      title="这份保单不能由别人续"
      text="请投保人自己在微信里打开，或打承保公司的电话。"
    />
  );
}

/** Last year's family as a relative sees it: masked names, whether cover goes on unbroken, the price. */
export function FamilyToRenew({ renewal }: { renewal: FamilyRenewal }) {
  const { plan, priceFen, medicalLimitFen, people, lastDay, startDay, today, maskedHolderName } = renewal;
  return (
    <>
      <RenewedCover {...{ lastDay, startDay, today }} />
      <Section title={`${maskedHolderName}家去年保的人`} note="每人最多赔">
        <Card flush>
          {people.map((person, position) => (
            <Row
              key={position}
              label={person.maskedName}
              note={`${RELATION_WORDS[person.relation]} · 到时 ${person.ageYears} 岁 · ${STANDING_WORDS[person.standing]}`}
              value={
                canRenew(person) ? (
                  <Amount fen={person.accidentShareFen} tone="warm" />
                ) : (
                  <Badge tone="due">不保</Badge>
                )
              }
            />
          ))}
        </Card>
      </Section>
      <Card flush>
        <Row
          label={plan?.isSample === true ? `${plan.name}（示例）` : (plan?.name ?? '')}
          note="一年一共"
          value={<Amount fen={priceFen} />}
        />
        {medicalLimitFen === 0 ? null : (
          <Row label="全家医疗费，一年共用" value={<Amount fen={medicalLimitFen} />} />
        )}
      </Card>
      <Notice title="投保人还是家里那一位">
        您只是帮着续、帮着付，保单在家人的微信里。家里每个大人要在自己的微信里同意一次；没同意以前，保单上写着“身故保障待本人确认”。
      </Notice>
    </>
  );
}
