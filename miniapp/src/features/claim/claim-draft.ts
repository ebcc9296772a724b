import type { FieldFault } from 'shared/contract/contract';
import { accidentCause, claimKind } from 'shared/claim/claim.schema';
import { z } from 'shared/zod';
import { useDraft } from '@/lib/storage/draft';

/** Something to mend at one place of the report; the path is that of the contract: `account.holder`. */
export type Fault = Pick<FieldFault, 'path' | 'message'>;

const claimDraft = z.strictObject({
  /** Empty before a choice. */
  policyId: z.string(),
  /** Position on the policy; -1 before a choice. */
  personIndex: z.int(),
  kind: z.optional(claimKind),
  cause: z.optional(accidentCause),
  accidentDay: z.string(),
  accidentTime: z.string(),
  place: z.string(),
  description: z.string(),
  /** Photos that are uploaded. */
  photos: z.array(z.strictObject({ path: z.string(), fileId: z.string() })),
  /** Paths of photos that were chosen and are not uploaded yet. */
  waitingPhotos: z.optional(z.array(z.string())),
  holder: z.string(),
  number: z.string(),
  bank: z.string(),
  /** What the server or a step's own check found; gone when the answer is changed. */
  faults: z.array(z.strictObject({ path: z.string(), message: z.string() })),
});

/** A report on its way: one over all four steps. */
export type ClaimDraft = z.infer<typeof claimDraft>;

/** Before anything is filled in. */
export const EMPTY_CLAIM_DRAFT: ClaimDraft = {
  policyId: '',
  personIndex: -1,
  accidentDay: '',
  accidentTime: '',
  place: '',
  description: '',
  photos: [],
  holder: '',
  number: '',
  bank: '',
  faults: [],
};

/** Which place of the contract's input an answer of the draft stands for. */
const PATHS: Readonly<Partial<Record<keyof ClaimDraft, string>>> = {
  holder: 'account.holder',
  number: 'account.number',
  bank: 'account.bank',
};

/** The draft as the steps use it. */
export interface ClaimForm {
  draft: ClaimDraft;
  /** Changes answers; their faults go with the old answers. */
  answer: (change: Partial<Omit<ClaimDraft, 'faults'>>) => void;
  /** Replaces what is to be mended. */
  setFaults: (faults: readonly Fault[]) => void;
  faultAt: (path: string) => string | undefined;
  /** Whether there is anything to lose. */
  isStarted: boolean;
  clear: () => void;
}

const liesAt = (fault: Fault, path: string): boolean =>
  fault.path === path || fault.path.startsWith(`${path}.`);

/** The one draft of a report, kept on the phone. */
export const useClaimDraft = (): ClaimForm => {
  const { value, set, clear } = useDraft('claim', claimDraft, EMPTY_CLAIM_DRAFT);
  return {
    draft: value,
    answer: (change) => {
      const changed = (Object.keys(change) as (keyof ClaimDraft)[]).map((key) => PATHS[key] ?? key);
      const faults = value.faults.filter((fault) => !changed.some((path) => liesAt(fault, path)));
      set(faults.length === value.faults.length ? change : { ...change, faults });
    },
    setFaults: (faults) => set({ faults: faults.map(({ path, message }) => ({ path, message })) }),
    faultAt: (path) => value.faults.find((fault) => liesAt(fault, path))?.message,
    isStarted: value.policyId !== '' || value.kind !== undefined || value.photos.length > 0,
    clear,
  };
};
