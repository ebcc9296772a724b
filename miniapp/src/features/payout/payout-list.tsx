import { useState } from 'react';
import { View } from '@tarojs/components';
import { recordPayoutResult, sendPayout, type PayoutView } from 'shared/payout/payout.contracts';
import { formatYuan } from 'shared/money/fen';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import { Tabs } from '@/components/tabs/tabs';
import { ask } from '@/lib/ask/ask';
import { useCommand } from '@/lib/query/use-command';
import { PayoutCard } from './payout-card';
import styles from './payout-list.module.scss';
import { ResultSheet, type BankAnswer } from './result-sheet';

type Shelf = 'ready' | 'sent' | 'paid';

const shelfOf = ({ state }: PayoutView): Shelf => (state === 'failed' ? 'ready' : state);

const EMPTY: Readonly<Record<Shelf, { title: string; text: string }>> = {
  ready: { title: '没有要打的款', text: '案件批准后会出现在这里，附完整账号。' },
  sent: { title: '没有等银行回音的款', text: '交银行打款后会到这里，等您登记结果。' },
  paid: { title: '还没有到账的款', text: '登记到账后会留在这里，可以查流水号。' },
};

interface Entering {
  payout: PayoutView;
  outcome: BankAnswer['outcome'];
}

/** The cashier's payments on three shelves: to send, at the bank, settled. */
export function PayoutList({ payouts }: { payouts: readonly PayoutView[] }) {
  const [shelf, setShelf] = useState<Shelf>('ready');
  const [entering, setEntering] = useState<Entering>();
  const [done, setDone] = useState<string>();
  const sending = useCommand(sendPayout);
  const recording = useCommand(recordPayoutResult);
  const on = (name: Shelf) => payouts.filter((payout) => shelfOf(payout) === name);
  const shown = on(shelf);

  const send = async ({ payoutId, amountFen, account }: PayoutView) => {
    setDone(undefined);
    const sure = await ask({
      title: `打款 ${formatYuan(amountFen)} 元？`,
      text: `打给 ${account.holder}，${account.bank}，卡号 ${account.number}。请核对后再交银行。`,
      yes: '交银行',
      no: '再看看',
    });
    if (!sure) return;
    const outcome = await sending.run({ payoutId });
    if (outcome.ok) setDone('已交银行。收到银行回音后，到“已交银行”登记结果。');
  };
  const enter = async (result: BankAnswer) => {
    if (entering === undefined) return;
    const outcome = await recording.run({ payoutId: entering.payout.payoutId, result });
    if (!outcome.ok) return;
    setEntering(undefined);
    setDone(
      result.outcome === 'paid'
        ? '已登记到账，家属会收到通知。'
        : '已登记退回，家属会收到通知，可以再打一次。',
    );
  };
  const startEntering = (payout: PayoutView, outcome: BankAnswer['outcome']) => {
    recording.reset();
    setDone(undefined);
    setEntering({ payout, outcome });
  };

  return (
    <>
      <Tabs
        id="payout-tab"
        label="看哪些赔款"
        tabs={[
          { value: 'ready', label: '待打款', count: on('ready').length },
          { value: 'sent', label: '已交银行', count: on('sent').length },
          { value: 'paid', label: '已到账', count: on('paid').length },
        ]}
        value={shelf}
        onChange={setShelf}
      />
      {done === undefined ? null : (
        <Notice tone="good" announced>
          {done}
        </Notice>
      )}
      {sending.error === undefined ? null : <Failure error={sending.error} />}
      {shown.length === 0 ? (
        <EmptyState icon="money" {...EMPTY[shelf]} />
      ) : (
        <View className={styles.list}>
          {shown.map((payout) => (
            <PayoutCard
              key={payout.payoutId}
              payout={payout}
              steps={{
                onSend: () => send(payout),
                onPaid: () => startEntering(payout, 'paid'),
                onFailed: () => startEntering(payout, 'failed'),
              }}
            />
          ))}
        </View>
      )}
      {entering === undefined ? null : (
        <ResultSheet
          {...entering}
          error={recording.error}
          onEnter={enter}
          onClose={() => setEntering(undefined)}
        />
      )}
    </>
  );
}
