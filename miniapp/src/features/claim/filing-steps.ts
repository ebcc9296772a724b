import { fileClaim } from 'shared/claim/file-claim.contract';
import { isAccountNumber } from 'shared/claim/filing';
import { textOf } from 'shared/errors/catalogue';
import { isChinaDay } from 'shared/time/china-day';
import { z } from 'shared/zod';
import type { ClaimDraft, Fault } from './claim-draft';

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
  photos: 'papers',
  account: 'account',
};

/** The step that can mend a fault; the last one for what no step knows. */
export const stepOf = (path: string): FilingStep => STEP_OF[path.split('.')[0] ?? ''] ?? 'account';

/** The earliest step that has something to mend. */
export const firstStepToMend = (faults: readonly Fault[]): FilingStep =>
  FILING_STEPS.find((step) => faults.some((fault) => stepOf(fault.path) === step)) ?? 'account';

const { shape } = fileClaim.input;
const { shape: account } = shape.account;

const firstIssue = (schema: z.ZodMiniType, value: unknown): string | undefined => {
  const parsed = z.safeParse(schema, value);
  return parsed.success ? undefined : (parsed.error.issues[0]?.message ?? textOf('FIELD_INVALID'));
};

const chosen = (value: unknown, message: string): string | undefined =>
  value === undefined || value === '' ? message : undefined;

/** Each place that a step asks for, and what is wrong with its answer. The texts are the contract's own. */
const CHECKS: Readonly<Record<FilingStep, readonly [string, (draft: ClaimDraft) => string | undefined][]>> = {
  who: [
    // Where a family has one cover, choosing the person chooses the cover too.
    [
      'personIndex',
      ({ policyId, personIndex }) => (policyId === '' || personIndex < 0 ? '请选出事的家人。' : undefined),
    ],
  ],
  what: [
    ['kind', ({ kind }) => chosen(kind, '请选一种情况。')],
    ['cause', ({ cause }) => chosen(cause, '请选一个原因。')],
    ['accidentDay', ({ accidentDay }) => (isChinaDay(accidentDay) ? undefined : '请选出事的日子。')],
    ['accidentTime', ({ accidentTime }) => chosen(accidentTime, '请选大概几点钟。')],
    ['place', ({ place }) => firstIssue(shape.place, place)],
    ['description', ({ description }) => firstIssue(shape.description, description)],
  ],
  papers: [
    [
      'photos',
      ({ photos }) =>
        firstIssue(
          shape.photos,
          photos.map(({ fileId }) => fileId),
        ),
    ],
  ],
  account: [
    ['account.holder', ({ holder }) => firstIssue(account.holder, holder)],
    [
      'account.number',
      ({ number }) =>
        firstIssue(account.number, number) ??
        (isAccountNumber(number) ? undefined : textOf('ACCOUNT_INVALID')),
    ],
    ['account.bank', ({ bank }) => firstIssue(account.bank, bank)],
  ],
};

/** What one step still has to mend before the next one opens; with `paths`, only at those places. */
export const faultsOfStep = (step: FilingStep, draft: ClaimDraft, paths?: readonly string[]): Fault[] =>
  CHECKS[step].flatMap(([path, check]) => {
    if (paths !== undefined && !paths.includes(path)) return [];
    const message = check(draft);
    return message === undefined ? [] : [{ path, message }];
  });
