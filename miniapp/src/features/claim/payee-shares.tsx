import type { ClaimView } from 'shared/claim/claim-view';
import { payeeDues } from 'shared/claim/statement-words';
import { chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { accountWords } from './claim-words';

type Payout = ClaimView['payouts'][number];

const STATE_WORDS: Readonly<Record<Payout['state'], string>> = {
  ready: '准备打款',
  sent: '银行正在办',
  paid: '已到账',
  failed: '银行退回了，请换一张卡',
};

/** What was ordered before this decision. */
const BEFORE_WORDS: Readonly<Record<Payout['purpose'], string>> = { advance: '先付的', claim: '上次打的' };

const whereItIs = (payout: Payout | undefined, today: ChinaDay): string => {
  if (payout === undefined) return '您同意以后打';
  if (payout.state !== 'paid' || payout.settledAt === null) return STATE_WORDS[payout.state];
  return `${formatChinaDay(chinaDayOf(payout.settledAt), today)}已到账`;
};

/** Who gets how much, to which account, and where the money is. */
export function PayeeShares({ claim, today }: { claim: ClaimView; today: ChinaDay }) {
  const due = payeeDues(claim);
  const ordered = claim.payouts.filter(({ isCurrent }) => isCurrent);
  const before = claim.payouts.filter(({ isCurrent }) => !isCurrent);
  return (
    <Section title="打给谁">
      <Card flush>
        {claim.payees.map((payee, index) => {
          const payout = ordered.find((one) => one.payee === index);
          return (
            <Row
              key={index}
              label={payee.holder}
              note={`${accountWords(payee)} · ${whereItIs(payout, today)}`}
              value={<Amount fen={payout?.amountFen ?? due[index] ?? 0} tone="warm" />}
            />
          );
        })}
        {before.map((payout, index) => (
          <Row
            key={`before-${index}`}
            label={`${claim.payees[payout.payee]?.holder ?? ''}（${BEFORE_WORDS[payout.purpose]}）`}
            note={whereItIs(payout, today)}
            value={<Amount fen={payout.amountFen} />}
          />
        ))}
      </Card>
    </Section>
  );
}
