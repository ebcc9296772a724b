import { fileClaim } from 'shared/claim/file-claim.contract';
import { isTold } from 'shared/claim/filing';
import type { PolicyPerson } from 'shared/claim/payees';
import { textOf } from 'shared/errors/catalogue';
import { isChinaDay } from 'shared/time/china-day';
import { faultIn } from '@/lib/contract/fault-in';
import type { ClaimDraft, Fault } from './claim-draft';
import { faultsOfPayees } from './payee-rules';

/** The four steps of a report, in their order; each is a page of its own. */
export const FILING_STEPS = ['who', 'what', 'papers', 'account'] as const;
export type FilingStep = (typeof FILING_STEPS)[number];

/** As the step bar names them. */
export const FILING_STEP_NAMES = ['谁', '怎么了', '材料', '收款'] as const;

/** The page of a step. */
export const stepPage = (step: FilingStep): string => `/packages/claim/pages/${step}/${step}`;

/** The first part of a path of the contract's input → the step that asks for it. */
const STEP_OF: Readonly<Record<string, FilingStep>> = {
  policyId: 'who',
  personIndex: 'who',
  kind: 'what',
  cause: 'what',
  accidentDay: 'what',
  accidentTime: 'what',
  place: 'what',
  description: 'what',
  voice: 'what',
  photos: 'papers',
  payees: 'account',
};

/** The step that can mend a fault; the last one for what no step knows. */
export const stepOf = (path: string): FilingStep => STEP_OF[path.split('.')[0] ?? ''] ?? 'account';

/** The earliest step that has something to mend. */
export const firstStepToMend = (faults: readonly Fault[]): FilingStep =>
  FILING_STEPS.find((step) => faults.some((fault) => stepOf(fault.path) === step)) ?? 'account';

const { shape } = fileClaim.input;

const chosen = (value: unknown, message: string): string | undefined =>
  value === undefined || value === '' ? message : undefined;

type Check = (draft: ClaimDraft) => string | undefined;

/** Each place that a step asks for, and what is wrong with its answer. The texts are the contract's own. */
const CHECKS: Readonly<Record<Exclude<FilingStep, 'account'>, readonly [string, Check][]>> = {
  who: [
    [
      'personIndex',
      ({ policyId, personIndex }) => (policyId === '' || personIndex < 0 ? '请选出事的家人。' : undefined),
    ],
  ],
  what: [
    ['kind', ({ kind }) => chosen(kind, '请选一种情况。')],
    ['cause', ({ cause }) => chosen(cause, '请选一个原因。')],
    [
      'accidentDay',
      ({ accidentDay, kind }) =>
        isChinaDay(accidentDay) ? undefined : kind === 'illness' ? '请选确诊的日子。' : '请选出事的日子。',
    ],
    ['accidentTime', ({ accidentTime }) => chosen(accidentTime, '请选大概几点钟。')],
    ['place', ({ place }) => faultIn(shape.place, place)],
    [
      'description',
      (draft) =>
        faultIn(shape.description, draft.description) ??
        (isTold({ description: draft.description, voice: draft.voice?.path ?? null })
          ? undefined
          : textOf('DESCRIPTION_MISSING')),
    ],
  ],
  papers: [['photos', ({ photos }) => (photos.length === 0 ? faultIn(shape.photos, []) : undefined)]],
};

/** What a step is checked with. */
interface Against {
  /** Only at these places. */
  paths?: readonly string[];
  /** The people of the policy that the draft names: they decide who may be paid. */
  people?: readonly PolicyPerson[];
}

/** What one step still has to mend before the next one opens. */
export const faultsOfStep = (
  step: FilingStep,
  draft: ClaimDraft,
  { paths, people = [] }: Against = {},
): Fault[] => {
  if (step === 'account') return faultsOfPayees(draft, people);
  return CHECKS[step].flatMap(([path, check]) => {
    if (paths !== undefined && !paths.includes(path)) return [];
    const message = check(draft);
    return message === undefined ? [] : [{ path, message }];
  });
};
