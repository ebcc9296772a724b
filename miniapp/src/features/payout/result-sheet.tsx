import { useState } from 'react';
import { Text } from '@tarojs/components';
import { shortReason } from 'shared/contract/fields';
import { bankReference, type PayoutView } from 'shared/payout/payout.contracts';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { ReasonField } from '@/components/reason-field/reason-field';
import { Sheet } from '@/components/sheet/sheet';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { faultIn, faultInWritten } from '@/lib/contract/fault-in';
import { RETURNED_REASONS } from './payout-reasons';

/** What the bank answered, as it is entered. */
export type BankAnswer = { outcome: 'paid'; bankReference: string } | { outcome: 'failed'; reason: string };

interface ResultSheetProps {
  payout: PayoutView;
  outcome: BankAnswer['outcome'];
  error: CallFailed | undefined;
  onEnter: (answer: BankAnswer) => Promise<unknown>;
  onClose: () => void;
}

/** Enters what the bank answered. Source: domain R23. */
export function ResultSheet({ payout, outcome, error, onEnter, onClose }: ResultSheetProps) {
  const [text, setText] = useState('');
  const typed = text.trim();
  const isPaid = outcome === 'paid';
  const rule = isPaid ? bankReference : shortReason;
  const isReady = faultIn(rule, typed) === undefined;
  return (
    <Sheet
      id="payout-sheet"
      title={isPaid ? '登记到账' : '登记银行退回'}
      onClose={onClose}
      actions={
        <Button
          id="payout-confirm"
          kind={isPaid ? 'primary' : 'danger'}
          disabled={!isReady}
          reason={isPaid ? '先填银行流水号' : '先选一句原因，或自己写'}
          onPress={() => onEnter(isPaid ? { outcome, bankReference: typed } : { outcome, reason: typed })}
        >
          {isPaid ? '确认已到账' : '确认被退回'}
        </Button>
      }
    >
      <Amount fen={payout.amountFen} size="figure" tone="warm" />
      <Text>{`${payout.account.holder} · ${payout.account.bank}，案号 ${payout.claimNumber}`}</Text>
      {isPaid ? (
        <Field
          id="payout-reference"
          label="银行流水号"
          value={text}
          maxLength={64}
          hint="抄银行回单上的号。确认后家属会收到到账通知，不能再改。"
          error={error?.faultAt('result.bankReference') ?? faultInWritten(rule, text, 4)}
          onChange={setText}
        />
      ) : (
        <ReasonField
          id="payout-reason"
          label="银行为什么退回（家属会看到）"
          value={text}
          standard={RETURNED_REASONS}
          error={error?.faultAt('result.reason') ?? faultInWritten(rule, text)}
          onChange={setText}
        />
      )}
      {error === undefined ? null : <Failure error={error} />}
    </Sheet>
  );
}
