import { useState } from 'react';
import { Text } from '@tarojs/components';
import { shortReason } from 'shared/contract/fields';
import type { DifferenceView } from 'shared/order/bill.contracts';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { ReasonField } from '@/components/reason-field/reason-field';
import { Sheet } from '@/components/sheet/sheet';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { faultIn, faultInWritten } from '@/lib/contract/fault-in';
import { CLOSING_REASONS, differenceWords } from './difference-words';

interface ClosingSheetProps {
  difference: DifferenceView;
  error: CallFailed | undefined;
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Closes a difference that was cleared up outside, with the reason. */
export function ClosingSheet({ difference, error, onConfirm, onClose }: ClosingSheetProps) {
  const [reason, setReason] = useState('');
  const typed = reason.trim();
  return (
    <Sheet
      id="difference-sheet"
      title="了结这笔差异"
      onClose={onClose}
      actions={
        <Button
          id="difference-confirm"
          disabled={faultIn(shortReason, typed) !== undefined}
          reason="先选一句原因，或自己写"
          onPress={() => onConfirm(typed)}
        >
          确认了结
        </Button>
      }
    >
      <Amount fen={difference.wechatFen ?? difference.oursFen ?? 0} size="figure" />
      <Text>{differenceWords(difference).what}</Text>
      <ReasonField
        id="difference-reason"
        label="怎么弄清楚的"
        value={reason}
        standard={CLOSING_REASONS}
        hint="会记下您的名字和时间。金额再变，这笔会重新出现。"
        error={error?.faultAt('reason') ?? faultInWritten(shortReason, reason)}
        onChange={setReason}
      />
      {error === undefined ? null : <Failure error={error} />}
    </Sheet>
  );
}
