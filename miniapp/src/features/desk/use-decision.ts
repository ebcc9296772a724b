import { useState } from 'react';
import Taro from '@tarojs/taro';
import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import {
  acceptClaim,
  allowSecondNotice,
  approveAdvance,
  approveClaim,
  askPapers,
  assessClaim,
  investigateClaim,
  markGreenChannel,
  openPanel,
  proposeAdvance,
  recordAgreement,
  refuseClaim,
  registerClaim,
  reopenCase,
  resumeCase,
  returnClaim,
  votePanel,
} from 'shared/claim/move-case.contracts';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useCommand, type Outcome } from '@/lib/query/use-command';

const useSteps = () => ({
  accept: useCommand(acceptClaim),
  register: useCommand(registerClaim),
  resume: useCommand(resumeCase),
  assess: useCommand(assessClaim),
  askPapers: useCommand(askPapers),
  allowNotice: useCommand(allowSecondNotice),
  investigate: useCommand(investigateClaim),
  proposeAdvance: useCommand(proposeAdvance),
  approve: useCommand(approveClaim),
  return: useCommand(returnClaim),
  refuse: useCommand(refuseClaim),
  approveAdvance: useCommand(approveAdvance),
  markGreen: useCommand(markGreenChannel),
  openPanel: useCommand(openPanel),
  vote: useCommand(votePanel),
  agree: useCommand(recordAgreement),
  reopen: useCommand(reopenCase),
});

/** What a person decided: which step, and how it is sent for the case and version that are shown. */
export interface Decision {
  readonly action: DeskAction;
  readonly send: (
    commands: ReturnType<typeof useSteps>,
    move: { claimId: string; version: number },
  ) => Promise<Outcome<{ case: CaseView }>>;
}

/** How the last decision ended. */
export type Ending =
  | { kind: 'done'; action: DeskAction }
  /** Somebody else was quicker than this version. */
  | { kind: 'outdated'; version: number }
  | { kind: 'failed'; action: DeskAction; error: CallFailed };

/**
 * Takes decisions on a case on the version that is shown. When the case has moved on meanwhile nothing that was entered
 * is lost, and the page says so.
 *
 * @param loaded the case as it was read last.
 */
export const useDecision = (loaded: CaseView) => {
  const commands = useSteps();
  const [ending, setEnding] = useState<Ending>();
  // A step answers with the case as it is now: it is shown at once.
  const [moved, setMoved] = useState(loaded);
  const open = moved.version > loaded.version ? moved : loaded;

  const isDeciding = Object.values(commands).some(({ isRunning }) => isRunning);

  const endingOf = async ({ action, send }: Decision): Promise<Ending> => {
    const outcome = await send(commands, { claimId: open.claimId, version: open.version });
    if (outcome.ok) {
      setMoved(outcome.data.case);
      return { kind: 'done', action };
    }
    const { error } = outcome;
    return error.code === 'VERSION_CHANGED'
      ? { kind: 'outdated', version: open.version }
      : { kind: 'failed', action, error };
  };

  /** Sends the decision; how it ended is also shown on the page. */
  const decide = async (decision: Decision): Promise<Ending> => {
    setEnding(undefined);
    const reached = await endingOf(decision);
    setEnding(reached);
    if (reached.kind !== 'failed') void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
    return reached;
  };

  return { open, decide, isDeciding, ending };
};
