import { Text } from '@tarojs/components';
import type { SponsoredRosterView } from 'shared/sponsor/transfer.contracts';
import { formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Row } from '@/components/row/row';
import { Sheet } from '@/components/sheet/sheet';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { differenceWords } from './money-words';

interface ConfirmSheetProps {
  roster: SponsoredRosterView;
  transfer: NonNullable<SponsoredRosterView['transfer']>;
  error: CallFailed | undefined;
  onConfirm: () => Promise<unknown>;
  onClose: () => void;
}

/** What a colleague entered, to be held beside the bank statement. Source: domain R20. */
export function ConfirmSheet({ roster, transfer, error, onConfirm, onClose }: ConfirmSheetProps) {
  const apart = differenceWords(transfer.amountFen, roster.dueFen);
  return (
    <Sheet
      id="confirm-sheet"
      title="确认到账"
      onClose={onClose}
      actions={
        <Button id="transfer-confirm" onPress={onConfirm}>
          和流水一致，确认
        </Button>
      }
    >
      <Amount fen={transfer.amountFen} size="figure" />
      <Text>{`${roster.sponsor.name}，名单上 ${String(roster.households)} 户。确认后就能出单，不能再改。`}</Text>
      {apart === undefined ? null : <Text>{apart}</Text>}
      <Card flush>
        <Row label="流水号" value={transfer.reference} stacked />
        <Row label="到账日期" value={formatChinaDate(transfer.receivedDay)} />
        <Row label="登记人" value={transfer.recordedBy} />
      </Card>
      {error === undefined ? null : <Failure error={error} />}
    </Sheet>
  );
}
