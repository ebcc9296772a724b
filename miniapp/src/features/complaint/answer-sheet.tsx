import { useState } from 'react';
import { Text } from '@tarojs/components';
import { answerComplaint, type DeskComplaint } from 'shared/complaint/complaint.contracts';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { ReasonField } from '@/components/reason-field/reason-field';
import { Sheet } from '@/components/sheet/sheet';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { faultIn, faultInWritten } from '@/lib/contract/fault-in';

/** How an answer may begin; nobody is done with one of these alone. */
const BEGINNINGS = [
  '对不起，这件事是我们没有办好。我们核实的情况是：',
  '我们核实了经过，情况是：',
  '已经请同事马上办理，您会在这一天前收到结果：',
];

interface AnswerSheetProps {
  complaint: DeskComplaint;
  error: CallFailed | undefined;
  onAnswer: (words: string) => Promise<unknown>;
  onClose: () => void;
}

/** The supervisor writes what the family will read. */
export function AnswerSheet({ complaint, error, onAnswer, onClose }: AnswerSheetProps) {
  const [words, setWords] = useState('');
  const { words: rule } = answerComplaint.input.shape;
  const isReady = faultIn(rule, words) === undefined && !BEGINNINGS.includes(words);
  return (
    <Sheet
      id="answer-sheet"
      title={`答复${complaint.maskedName}家`}
      onClose={onClose}
      actions={
        <Button
          id="answer-send"
          disabled={!isReady}
          reason="先写清楚核实的情况和怎么办"
          onPress={() => onAnswer(words)}
        >
          发给家属
        </Button>
      }
    >
      <Text>{`家属说：${complaint.words}`}</Text>
      <ReasonField
        id="answer-words"
        label="答复，家属看得到"
        value={words}
        standard={BEGINNINGS}
        maxLength={1000}
        hint="说清三件事：核实了什么，怎么处理，什么时候有结果。"
        error={error?.faultAt('words') ?? faultInWritten(rule, words, 4)}
        onChange={setWords}
      />
      {error === undefined || error.faultAt('words') !== undefined ? null : <Failure error={error} />}
    </Sheet>
  );
}
