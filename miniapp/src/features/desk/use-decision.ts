import { useState } from 'react';
import Taro from '@tarojs/taro';
import type { AssessmentFacts } from 'shared/claim/assessment.schema';
import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import {
  acceptClaim,
  approveClaim,
  assessClaim,
  refuseClaim,
  registerClaim,
  returnClaim,
} from 'shared/claim/move-case.contracts';
import type { ErrorCode } from 'shared/errors/catalogue';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useCommand } from '@/lib/query/use-command';

/** What a person decided, with what the step needs besides the case and its version. */
export type Decision =
  | { action: 'accept' | 'approve' }
  | { action: 'register'; complexity: 'clear' | 'disputed'; reason: string }
  | { action: 'assess'; facts: AssessmentFacts; reason: string }
  | { action: 'return' | 'refuse'; reason: string };

/** The case is no longer as it was shown: look again before deciding. */
const OUTDATED: readonly ErrorCode[] = ['VERSION_CHANGED', 'CLAIM_STATE_WRONG', 'DECISION_CHANGED'];

/** How the last decision ended. */
export type Ending =
  | { kind: 'done'; action: DeskAction }
  /** Somebody else was quicker: how many steps had been known. */
  | { kind: 'outdated'; error: CallFailed; knownSteps: number }
  | { kind: 'failed'; error: CallFailed };

/**
 * Takes decisions on a case on the version that is shown. When the case has moved on meanwhile it is read again; what
 * was typed stays.
 *
 * @param loaded the case as it was read last.
 * @param reload reads the case again.
 */
export const useDecision = (loaded: CaseView, reload: () => Promise<void>) => {
  const accept = useCommand(acceptClaim);
  const register = useCommand(registerClaim);
  const assess = useCommand(assessClaim);
  const approve = useCommand(approveClaim);
  const giveBack = useCommand(returnClaim);
  const refuse = useCommand(refuseClaim);
  const [ending, setEnding] = useState<Ending>();
  // A step answers with the case as it is now: it is shown at once.
  const [moved, setMoved] = useState(loaded);
  const open = moved.version > loaded.version ? moved : loaded;

  const send = (decision: Decision) => {
    const move = { claimId: open.claimId, version: open.version };
    switch (decision.action) {
      case 'accept':
        return accept.run(move);
      case 'register':
        return register.run({ ...move, complexity: decision.complexity, reason: decision.reason });
      case 'assess':
        return assess.run({ ...move, facts: decision.facts, reason: decision.reason });
      case 'approve':
        return approve.run(move);
      case 'return':
        return giveBack.run({ ...move, reason: decision.reason });
      case 'refuse':
        return refuse.run({ ...move, reason: decision.reason });
    }
  };

  const endingOf = async (decision: Decision): Promise<Ending> => {
    const outcome = await send(decision);
    if (outcome.ok) {
      setMoved(outcome.data.case);
      return { kind: 'done', action: decision.action };
    }
    const { error } = outcome;
    if (!OUTDATED.includes(error.code)) return { kind: 'failed', error };
    await reload();
    return { kind: 'outdated', error, knownSteps: open.steps.length };
  };

  /** Sends the decision and shows at the top of the page how it ended; true when it was taken. */
  const decide = async (decision: Decision): Promise<boolean> => {
    setEnding(undefined);
    const reached = await endingOf(decision);
    setEnding(reached);
    void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    return reached.kind === 'done';
  };

  return { open, decide, ending };
};
