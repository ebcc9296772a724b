import { fileClaim } from 'shared/claim/file-claim.contract';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { backTo, openAboveTab } from '@/lib/navigation/navigation';
import { useCommand } from '@/lib/query/use-command';
import type { ClaimDraft, ClaimForm, Fault } from './claim-draft';
import { faultsOfStep, FILING_STEPS, firstStepToMend, stepPage } from './filing-steps';

/** The draft as the contract takes it. */
const intentionOf = (draft: ClaimDraft) => {
  const { policyId, personIndex, kind, cause, accidentDay, accidentTime, place, description } = draft;
  if (kind === undefined || cause === undefined) return undefined;
  const photos = draft.photos.map(({ fileId }) => fileId);
  const account = { holder: draft.holder.trim(), number: draft.number.trim(), bank: draft.bank.trim() };
  return {
    policyId,
    personIndex,
    kind,
    cause,
    accidentDay,
    accidentTime,
    place,
    description,
    photos,
    account,
  };
};

/** Codes that speak of one place of the report even when the server names none. */
const PLACE_OF_CODE: Readonly<Record<string, string>> = {
  POLICY_NOT_FOUND: 'policyId',
  PERSON_NOT_INSURED: 'personIndex',
  ACCIDENT_IN_FUTURE: 'accidentDay',
  NOT_COVERED_THAT_DAY: 'accidentDay',
  PHOTO_NOT_IMAGE: 'photos',
  PHOTO_TOO_LARGE: 'photos',
  PHOTO_MISSING: 'photos',
  ACCOUNT_INVALID: 'account.number',
  ACCOUNT_NAME_WRONG: 'account.holder',
};

const faultsOf = ({ code, message, fields }: CallFailed): readonly Fault[] => {
  if (fields.length > 0) return fields;
  const path = PLACE_OF_CODE[code];
  return path === undefined ? [] : [{ path, message }];
};

export interface Filing {
  /** Checks all four steps and sends; what is wrong leads to its step, nothing entered is lost. */
  send: () => Promise<void>;
  /** Why it could not be sent, when no answer of the report is at fault. */
  error: CallFailed | undefined;
}

/** Sends the report: one request id over all retries, also after the app was closed. */
export const useFileClaim = (form: ClaimForm): Filing => {
  const command = useCommand(fileClaim, { kept: true });
  const last = FILING_STEPS.length - 1;

  const mend = async (faults: readonly Fault[]): Promise<void> => {
    form.setFaults(faults);
    const step = firstStepToMend(faults);
    const back = last - FILING_STEPS.indexOf(step);
    if (back > 0) await backTo(stepPage(step), back);
  };

  const send = async (): Promise<void> => {
    const missing = FILING_STEPS.flatMap((step) => faultsOfStep(step, form.draft));
    const intention = intentionOf(form.draft);
    if (missing.length > 0 || intention === undefined) return mend(missing);
    const outcome = await command.run(intention);
    if (!outcome.ok) return mend(faultsOf(outcome.error));
    form.clear();
    const { claimId } = outcome.data.claim;
    await openAboveTab('/pages/claims/claims', `/packages/claim/pages/filed/filed?claimId=${claimId}`);
  };

  const { error } = command;
  return { send, error: error !== undefined && faultsOf(error).length > 0 ? undefined : error };
};
