import { Text } from '@tarojs/components';
import type { OpenedAssistance } from 'shared/assistance/assistance.contracts';
import type { ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Sheet } from '@/components/sheet/sheet';
import { ShareButton } from '@/components/share-button/share-button';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { assistedPath } from './assistance-paths';
import { standingWords } from './assistance-words';

interface AssistanceSheetProps {
  one: OpenedAssistance;
  today: ChinaDay;
  error: CallFailed | undefined;
  onWithdraw: () => Promise<void>;
  onClose: () => void;
}

/** A report that waits for its family: the link once more, or taking it back. */
export function AssistanceSheet({ one, today, error, onWithdraw, onClose }: AssistanceSheetProps) {
  return (
    <Sheet
      id="assistance-sheet"
      title={`${one.maskedName}的报案`}
      onClose={onClose}
      actions={
        <ShareButton id="assistance-share" path={assistedPath(one.link ?? '')}>
          再发一次
        </ShareButton>
      }
    >
      <Text>{`${standingWords(one, today)}。家里打开链接，核对后自己发出。填错了就收回，再填一份。`}</Text>
      <Button id="assistance-withdraw" kind="quiet" onPress={onWithdraw}>
        收回
      </Button>
      {error === undefined ? null : <Failure error={error} />}
    </Sheet>
  );
}
