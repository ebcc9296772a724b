import { RELATION_WORDS } from 'shared/household/member.schema';
import { GIFT_CORRECTION_DAYS } from 'shared/policy/correction';
import type { GiftView } from 'shared/sponsor/gift.contracts';
import { formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { SignaturePad } from '@/components/signature-pad/signature-pad';
import type { GiftSteps } from './use-gift';

/** First step: who the gift is for. */
export function GiftSearch({ gift }: { gift: GiftSteps }) {
  const { entry, type, missing, error } = gift;
  return (
    <>
      <Notice>单位替您家出钱办的保障，填户主的姓名和身份证号就能领，不收钱。</Notice>
      <Field
        id="gift-name"
        label="户主姓名"
        kind="name"
        value={entry.name}
        maxLength={30}
        error={error?.faultAt('name')}
        onChange={(name) => type({ name })}
      />
      <Field
        id="gift-id-number"
        label="户主身份证号"
        kind="idcard"
        value={entry.idNumber}
        error={missing.idNumber ?? error?.faultAt('idNumber')}
        onChange={(idNumber) => type({ idNumber })}
      />
      {error === undefined ? null : <Failure error={error} />}
    </>
  );
}

function GiftCard({ gift }: { gift: GiftView }) {
  const { planName, isSample, sponsorName, premiumFen, startDay, lastDay, persons } = gift;
  return (
    <Section
      title={isSample ? `${planName}（示例）` : planName}
      note={`${formatChinaDate(startDay)} 到 ${formatChinaDate(lastDay)}`}
    >
      <Card flush>
        <Row label={sponsorName} note="替您家出的保费" value={<Amount fen={premiumFen} />} />
        {persons.map(({ name, relation, accidentShareFen }, position) => (
          <Row
            key={position}
            label={`${name} · ${RELATION_WORDS[relation]}`}
            note="身故、伤残最多赔"
            value={<Amount fen={accidentShareFen} />}
          />
        ))}
        <Row label="您要付" value={<Amount fen={0} tone="warm" />} strong />
      </Card>
    </Section>
  );
}

/** Second step: what it is, and the head's own signature. Source: domain R26. */
export function GiftSigning({ gift, gifts }: { gift: GiftSteps; gifts: readonly GiftView[] }) {
  const { entry, type, missing, error } = gift;
  const words = gifts.map(({ consentWords }) => consentWords).join('');
  return (
    <>
      {gifts.map((one, position) => (
        <GiftCard key={position} gift={one} />
      ))}
      <Field
        id="gift-phone"
        label="户主手机号"
        kind="phone"
        value={entry.phone}
        hint="理赔和续保时联系用"
        error={error?.faultAt('phone')}
        onChange={(phone) => type({ phone })}
      />
      <Notice title="签名表示">{words}</Notice>
      <SignaturePad
        id="gift-sign"
        label={`${entry.name.trim()}签名`}
        strokes={gift.strokes}
        error={missing.signature ?? error?.faultAt('strokes')}
        onChange={gift.sign}
      />
      <Notice>
        {`其他成年家人在自己的微信里确认前，他们的身故保障待本人确认；伤残和医疗不受影响。名字写错了，领取后 ${GIFT_CORRECTION_DAYS} 天内能改；不想要，领取后可以退，钱退给${gifts[0]?.sponsorName ?? '出钱的单位'}。`}
      </Notice>
      {error === undefined ? null : <Failure error={error} />}
    </>
  );
}
