import { useState } from 'react';
import Taro from '@tarojs/taro';
import { shortReason } from 'shared/contract/fields';
import { withdrawClaim } from 'shared/claim/withdraw-claim.contract';
import { ChoiceList } from '@/components/choice-list/choice-list';
import { Field } from '@/components/field/field';
import { ask } from '@/lib/ask/ask';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { faultIn } from '@/lib/contract/fault-in';
import { backTo } from '@/lib/navigation/navigation';
import { useCommand } from '@/lib/query/use-command';
import { progressPage } from './claim-pages';

const REASONS = [
  { value: 'wrong', label: '填错了，要重新报' },
  { value: 'settled', label: '别人已经赔了' },
  { value: 'small', label: '花钱不多，不报了' },
  { value: 'other', label: '其他原因' },
] as const;
type Reason = (typeof REASONS)[number]['value'];

export interface Withdrawal {
  reason: Reason | undefined;
  chooseReason: (reason: Reason) => void;
  words: string;
  setWords: (words: string) => void;
  fault: string | undefined;
  error: CallFailed | undefined;
  send: () => Promise<void>;
}

/** Taking a claim back: a reason, a question, and back to the progress. */
export const useWithdrawal = (claimId: string): Withdrawal => {
  const [reason, setReason] = useState<Reason>();
  const [words, setWords] = useState('');
  const [missing, setMissing] = useState<string>();
  const command = useCommand(withdrawClaim);
  const said = reason === 'other' ? words.trim() : REASONS.find(({ value }) => value === reason)?.label;

  const send = async (): Promise<void> => {
    const fault = said === undefined ? '请选一个原因。' : faultIn(shortReason, said);
    setMissing(fault);
    if (said === undefined || fault !== undefined) return;
    const sure = await ask({
      title: '真的撤回吗？',
      text: '撤回后不再审核，也不会赔。以后可以重新报。',
      yes: '撤回',
      no: '不撤回',
    });
    if (!sure) return;
    const outcome = await command.run({ claimId, reason: said });
    if (!outcome.ok) return;
    await Taro.showToast({ title: '已撤回', icon: 'none' });
    await backTo(progressPage(claimId));
  };

  return {
    reason,
    chooseReason: (chosen) => {
      setReason(chosen);
      setMissing(undefined);
    },
    words,
    setWords: (text) => {
      setWords(text);
      setMissing(undefined);
    },
    fault: command.error?.faultAt('reason') ?? missing,
    error: command.error,
    send,
  };
};

/** Why the family takes its claim back. */
export function WithdrawForm({ withdrawal }: { withdrawal: Withdrawal }) {
  const { reason, chooseReason, words, setWords, fault } = withdrawal;
  return (
    <>
      <ChoiceList
        id="withdraw-reason"
        label="为什么撤回"
        choices={REASONS}
        value={reason}
        onChange={chooseReason}
        error={reason === 'other' ? undefined : fault}
      />
      {reason === 'other' ? (
        <Field
          id="withdraw-words"
          label="写几个字"
          value={words}
          maxLength={200}
          onChange={setWords}
          error={fault}
        />
      ) : null}
    </>
  );
}
