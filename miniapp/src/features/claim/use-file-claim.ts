import { useState } from 'react';
import type { PolicyView } from 'shared/policy/policy-view';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { backTo, openAboveTab, openPage } from '@/lib/navigation/navigation';
import { showControl } from '@/lib/navigation/show-control';
import type { ClaimForm, Fault } from './claim-draft';
import { payeePage } from './claim-pages';
import { anchorOf, subjectOf } from './claimable';
import { faultsOfStep, FILING_STEPS, firstStepToMend, stepPage } from './filing-steps';
import { KEPT_ID } from './kept-on-phone';
import { sendReport, useOutbox, type Sent } from './outbox';

export interface Filing {
  /** Checks all four steps and sends; what is wrong leads to its step, nothing entered is lost. */
  send: () => Promise<void>;
  /** Why it could not be sent, when no answer of the report is at fault. */
  error: CallFailed | undefined;
}

/** The payee that the first fault speaks of, where each has a page of its own. */
const payeeToMend = ({ draft }: ClaimForm, faults: readonly Fault[]): number | undefined => {
  const position = /^payees\.(\d+)\./.exec(faults[0]?.path ?? '')?.[1];
  return draft.kind === 'death' && position !== undefined ? Number(position) : undefined;
};

/** Sends the report from its last step: at once, or when the network is back. */
export const useFileClaim = (form: ClaimForm, policies: readonly PolicyView[]): Filing => {
  const [error, setError] = useState<CallFailed>();
  const last = FILING_STEPS.length - 1;

  const mend = async (faults: readonly Fault[]): Promise<void> => {
    const step = firstStepToMend(faults);
    const back = last - FILING_STEPS.indexOf(step);
    const payee = payeeToMend(form, faults);
    if (back > 0) await backTo(stepPage(step));
    else if (payee !== undefined) await openPage(payeePage(payee));
  };

  const hear = async (sent: Sent): Promise<void> => {
    form.reread();
    setError(sent.kind === 'refused' ? sent.error : undefined);
    if (sent.kind === 'waiting') await showControl(KEPT_ID);
    if (sent.kind === 'faulty') await mend(sent.faults);
    if (sent.kind === 'arrived')
      await openAboveTab('/pages/claims/claims', `/packages/claim/pages/filed/filed?claimId=${sent.claimId}`);
  };
  useOutbox((sent) => void hear(sent));

  const send = async (): Promise<void> => {
    const anchor = anchorOf(form.draft, policies);
    const draft = { ...form.draft, ...anchor };
    const people = subjectOf(draft, policies).policy?.insured ?? [];
    const missing = FILING_STEPS.flatMap((step) => faultsOfStep(step, draft, { people }));
    if (missing.length > 0) {
      form.setFaults(missing);
      return mend(missing);
    }
    form.answer(anchor);
    const sent = await sendReport();
    if (sent !== undefined) await hear(sent);
  };

  return { send, error };
};
