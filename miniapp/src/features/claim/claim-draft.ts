import type { AssistanceView } from 'shared/assistance/assistance.contracts';
import type { FieldFault } from 'shared/contract/contract';
import { accidentCause, claimKind, payeeRelation } from 'shared/claim/claim.schema';
import { z } from 'shared/zod';
import { dropFile } from '@/lib/media/kept-file';
import { dropDraft, readDraft, useDraft, writeDraft } from '@/lib/storage/draft';

/** Something to mend at one place of the report; the path is that of the contract: `payees.0.holder`. */
export type Fault = Pick<FieldFault, 'path' | 'message'>;

const payeeDraft = z.strictObject({
  relation: payeeRelation,
  holder: z.string(),
  number: z.string(),
  bank: z.string(),
  /** Parts of the money, as typed. */
  weight: z.string(),
  /** Path of the photo that proves the relation; empty before a choice. */
  proof: z.string(),
});
/** Somebody who is to be paid, as far as filled in. */
export type PayeeDraft = z.infer<typeof payeeDraft>;

/** A file of this phone; the file id is empty while it is not uploaded. */
const keptFile = z.strictObject({ path: z.string(), fileId: z.string() });

const claimDraft = z.strictObject({
  /** What a specialist filled in and the family now sends; left out: the family began it itself. */
  assistanceId: z.optional(z.string()),
  /** A policy on which the person stands; empty before a choice. */
  policyId: z.string(),
  /** Position on it; -1 before a choice. */
  personIndex: z.int(),
  kind: z.optional(claimKind),
  cause: z.optional(accidentCause),
  accidentDay: z.string(),
  accidentTime: z.string(),
  place: z.string(),
  description: z.string(),
  voice: z.nullable(z.strictObject({ ...keptFile.shape, seconds: z.number() })),
  photos: z.array(keptFile),
  payees: z.array(payeeDraft),
  /** It was sent without a network: it goes by itself when that is back. */
  waiting: z.boolean(),
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
  voice: null,
  photos: [],
  payees: [],
  waiting: false,
  faults: [],
};

/** A report that begins with what a specialist filled in. Source: domain R40. */
export const draftFrom = ({ assistanceId, policyId, personIndex, report }: AssistanceView): ClaimDraft => ({
  ...EMPTY_CLAIM_DRAFT,
  ...report,
  assistanceId,
  policyId,
  personIndex,
});

const NAME = 'claim';

/** The report as it lies on the phone; undefined when there is none. */
export const readClaimDraft = (): ClaimDraft | undefined => readDraft(NAME, claimDraft);
/** Writes the report outside a page. */
export const writeClaimDraft = (draft: ClaimDraft): void => writeDraft(NAME, draft);

/** The files of the report that lie on the phone until it has arrived, so that its pictures can be seen. */
const dropFiles = (draft: ClaimDraft | undefined): void => {
  draft?.photos.forEach(({ path }) => dropFile(path));
  dropFile(draft?.voice?.path ?? '');
};
/** Forgets the report and its files once it has arrived. */
export const dropClaimDraft = (): void => {
  dropFiles(readClaimDraft());
  dropDraft(NAME);
};

/** Answers of the report; what is to be mended and whether it waits follow from them. */
type Answers = Omit<ClaimDraft, 'faults' | 'waiting'>;

/** The draft as the steps use it. */
export interface ClaimForm {
  draft: ClaimDraft;
  /** Changes answers; their faults go with the old answers, and it no longer goes by itself. */
  answer: (change: Partial<Answers>) => void;
  /** Changes one of those who are paid; a new one where there is none yet. */
  answerPayee: (index: number, change: Partial<PayeeDraft>) => void;
  /** Replaces what is to be mended. */
  setFaults: (faults: readonly Fault[]) => void;
  faultAt: (path: string) => string | undefined;
  /** Whether there is anything to lose. */
  isStarted: boolean;
  clear: () => void;
  /** Shows what was written outside the page. */
  reread: () => void;
}

const liesAt = (fault: Fault, path: string): boolean =>
  fault.path === path || fault.path.startsWith(`${path}.`);

const without = (faults: readonly Fault[], paths: readonly string[]): Fault[] =>
  faults.filter((fault) => !paths.some((path) => liesAt(fault, path)));

/** Somebody who is to be paid, before anything is filled in. */
export const newPayee = (relation: PayeeDraft['relation']): PayeeDraft => ({
  relation,
  holder: '',
  number: '',
  bank: '',
  weight: '1',
  proof: '',
});

/** The one draft of a report, kept on the phone. */
export const useClaimDraft = (): ClaimForm => {
  const { value, set, clear, reread } = useDraft(NAME, claimDraft, EMPTY_CLAIM_DRAFT);
  return {
    draft: value,
    answer: (change) =>
      set({ ...change, faults: without(value.faults, Object.keys(change)), waiting: false }),
    answerPayee: (index, change) => {
      const before = value.payees[index] ?? newPayee(value.kind === 'death' ? 'heir' : 'self');
      const payees = [...value.payees];
      payees[index] = { ...before, ...change };
      // The proof is named in the contract by its place among the photos.
      const places = Object.keys(change).map((key) => (key === 'proof' ? 'proofPhoto' : key));
      const paths = places.map((place) => `payees.${index}.${place}`);
      const faults = without(value.faults, paths).filter(({ path }) => path !== 'payees');
      set({ payees, faults, waiting: false });
    },
    setFaults: (faults) => set({ faults: faults.map(({ path, message }) => ({ path, message })) }),
    faultAt: (path) => value.faults.find((fault) => liesAt(fault, path))?.message,
    isStarted: value.policyId !== '' || value.kind !== undefined || value.photos.length > 0,
    clear: () => {
      dropFiles(readClaimDraft());
      clear();
    },
    reread,
  };
};
