import { answerDecision } from 'shared/claim/answer-decision.contracts';
import type { ClaimView } from 'shared/claim/claim-view';
import { payableFen } from 'shared/claim/statement-words';
import { formatYuan } from 'shared/money/fen';
import { ask } from '@/lib/ask/ask';
import { useClaimCommand } from './use-claim-command';
import { payeeNames } from './claim-words';

/** The family agrees to the statement on the screen; one that has changed meanwhile is shown anew first. */
export const useAgreement = (claim: ClaimView | undefined, refetch: () => Promise<void>) => {
  const { send, error } = useClaimCommand(answerDecision, claim?.claimId ?? '', '好的，马上安排打款');

  const agree = async (): Promise<void> => {
    if (claim === undefined) return;
    const dueFen = payableFen(claim);
    const sure = await ask({
      title: '同意这份账单？',
      text: `${dueFen === 0 ? '该赔的之前都打过了，这次不再打钱' : `打 ${formatYuan(dueFen)} 元到${payeeNames(claim)}的卡上`}。同意以后不能再提异议。`,
      yes: '同意',
      no: '再看看',
    });
    if (!sure) return;
    await send({ claimId: claim.claimId, version: claim.version, answer: { kind: 'agree' } });
    // Whatever was refused, what is on the screen may no longer hold.
    await refetch();
  };

  return { agree, error };
};
