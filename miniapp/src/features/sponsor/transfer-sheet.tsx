import { useState } from 'react';
import { Text } from '@tarojs/components';
import { formatYuan, parseYuan } from 'shared/money/fen';
import type { SponsoredRosterView } from 'shared/sponsor/transfer.contracts';
import { addDays, type ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { DateField } from '@/components/date-field/date-field';
import { Failure } from '@/components/failure/failure';
import { Field } from '@/components/field/field';
import { Sheet } from '@/components/sheet/sheet';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { differenceWords } from './money-words';

/** A line of the bank statement, as it is entered. */
export interface EnteredTransfer {
  amountFen: number;
  reference: string;
  receivedDay: ChinaDay;
}

interface TransferSheetProps {
  roster: SponsoredRosterView;
  today: ChinaDay;
  error: CallFailed | undefined;
  onEnter: (transfer: EnteredTransfer) => Promise<unknown>;
  onClose: () => void;
}

const OLDEST_DAYS = 400;

/** Enters a sponsor's transfer as the bank statement has it; nothing is filled in beforehand but what was entered before. */
export function TransferSheet({ roster, today, error, onEnter, onClose }: TransferSheetProps) {
  const before = roster.transfer;
  const [amount, setAmount] = useState(before === null ? '' : formatYuan(before.amountFen));
  const [reference, setReference] = useState(before?.reference ?? '');
  const [receivedDay, setReceivedDay] = useState(before?.receivedDay ?? '');
  const amountFen = parseYuan(amount);
  const isUnreadable = amount.trim() !== '' && amountFen === undefined;
  const apart = amountFen === undefined ? undefined : differenceWords(amountFen, roster.dueFen);
  const isTooLittle = amountFen !== undefined && amountFen < roster.dueFen;
  const isReady =
    amountFen !== undefined && !isTooLittle && reference.trim().length >= 4 && receivedDay !== '';
  const unreadable = '金额写成数字，最多两位小数，例如 35290 或 35290.00。';
  const amountFault = isUnreadable ? unreadable : isTooLittle ? apart : error?.faultAt('amountFen');
  return (
    <Sheet
      id="transfer-sheet"
      title={before === null ? '登记到账' : '改登记'}
      onClose={onClose}
      actions={
        <Button
          id="transfer-record"
          disabled={!isReady}
          reason="金额、流水号、日期都要填"
          onPress={() =>
            amountFen === undefined ? undefined : onEnter({ amountFen, reference, receivedDay })
          }
        >
          登记，等同事确认
        </Button>
      }
    >
      <Text>{`${roster.sponsor.name}，名单要 ${formatYuan(roster.dueFen)} 元`}</Text>
      <Field
        id="transfer-amount"
        label="到账金额"
        kind="money"
        unit="元"
        value={amount}
        maxLength={14}
        hint={isTooLittle ? undefined : (apart ?? '照银行流水写，不要照名单抄。')}
        error={amountFault}
        onChange={setAmount}
      />
      <Field
        id="transfer-reference"
        label="银行流水号"
        value={reference}
        maxLength={64}
        hint="一笔流水只能用在一份名单上。"
        error={error?.faultAt('reference')}
        onChange={setReference}
      />
      <DateField
        id="transfer-day"
        label="到账日期"
        value={receivedDay}
        from={addDays(today, -OLDEST_DAYS)}
        until={today}
        error={error?.faultAt('receivedDay')}
        onChange={setReceivedDay}
      />
      {error === undefined ? null : <Failure error={error} />}
    </Sheet>
  );
}
