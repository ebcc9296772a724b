import { Text, View } from '@tarojs/components';
import type { PayoutView } from 'shared/payout/payout.contracts';
import { formatChinaTime } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { CopyLine } from '@/components/copy-line/copy-line';
import { Notice } from '@/components/notice/notice';
import styles from './payout-card.module.scss';

const states = {
  ready: { tone: 'due', word: '待打款' },
  sent: { tone: 'info', word: '已交银行' },
  paid: { tone: 'good', word: '已到账' },
  failed: { tone: 'bad', word: '银行退回' },
} as const;

/** `6222 0200 1234` for reading; the clipboard gets the bare digits. */
const inFours = (number: string): string => number.replace(/(\d{4})(?=\d)/g, '$1 ');

function Account({ payout }: { payout: PayoutView }) {
  const { payoutId, account } = payout;
  return (
    <View>
      <CopyLine
        id={`payout-copy-holder-${payoutId}`}
        label="户名"
        shown={account.holder}
        copied={account.holder}
      />
      <CopyLine
        id={`payout-copy-number-${payoutId}`}
        label="卡号"
        shown={inFours(account.number)}
        copied={account.number}
      />
      <CopyLine
        id={`payout-copy-bank-${payoutId}`}
        label="开户行"
        shown={account.bank}
        copied={account.bank}
      />
    </View>
  );
}

/** What a cashier can do with a payment. */
export interface PayoutSteps {
  onSend: () => Promise<unknown>;
  onPaid: () => void;
  onFailed: () => void;
}

function Steps({ payout, steps }: { payout: PayoutView; steps: PayoutSteps }) {
  const { payoutId, state } = payout;
  if (state === 'paid') return null;
  if (state === 'sent') {
    return (
      <View className={styles.steps}>
        <Button id={`payout-failed-${payoutId}`} kind="secondary" onPress={steps.onFailed}>
          银行退回
        </Button>
        <Button id={`payout-paid-${payoutId}`} onPress={steps.onPaid}>
          登记到账
        </Button>
      </View>
    );
  }
  return (
    <View className={styles.steps}>
      <Button id={`payout-send-${payoutId}`} icon="money" onPress={steps.onSend}>
        {state === 'failed' ? '再交银行打款' : '交银行打款'}
      </Button>
    </View>
  );
}

/** One payment: the amount, the full account for the bank's form, and the next step. */
export function PayoutCard({ payout, steps }: { payout: PayoutView; steps: PayoutSteps }) {
  const { tone, word } = states[payout.state];
  return (
    <Card>
      <View className={styles.head}>
        <Amount fen={payout.amountFen} size="big" tone="warm" />
        <Badge tone={tone}>{word}</Badge>
      </View>
      <View className={styles.note}>
        <View>案号 {payout.claimNumber}</View>
        <View>{formatChinaTime(payout.createdAt)} 批准</View>
      </View>
      {payout.failureReason === null ? null : <Notice tone="bad">{payout.failureReason}</Notice>}
      <Account payout={payout} />
      {payout.bankReference === null ? null : (
        <View className={styles.note}>
          <Text userSelect>银行流水号 {payout.bankReference}</Text>
          {payout.settledAt === null ? null : <View>{formatChinaTime(payout.settledAt)} 到账</View>}
        </View>
      )}
      <Steps payout={payout} steps={steps} />
    </Card>
  );
}
