import { contract } from '../contract/contract';
import { assistanceId, assistanceLink, policyId, requestId } from '../contract/fields';
import { tellingLines } from '../contract/words';
import { fileClaim } from '../claim/file-claim.contract';
import { relation } from '../household/member.schema';
import { policyNumber } from '../policy/delivery.contracts';
import { chinaDay, epochMs } from '../time/china-day';
import { z } from '../zod';
import { assistanceStanding, assistedReport } from './assistance.schema';

/** A policy of the specialist's own village and who stands on it: names masked, no sums, no numbers of documents. */
export const findFamily = contract({
  name: 'findFamily',
  function: 'staff',
  input: z.strictObject({ policyNumber }),
  output: z.strictObject({
    today: chinaDay,
    policyNumber: z.string(),
    maskedHolderName: z.string(),
    planName: z.string(),
    startDay: chinaDay,
    lastDay: chinaDay,
    persons: z.array(z.strictObject({ maskedName: z.string(), relation })),
  }),
  errors: ['POLICY_NOT_FOUND', 'TOO_MANY_TRIES'],
});

/** One report that a specialist opened, as that specialist sees it: whether it was sent, and how far it is. */
const openedAssistance = z.strictObject({
  assistanceId: z.string(),
  maskedName: z.string(),
  openedAt: epochMs,
  expiresAt: epochMs,
  standing: assistanceStanding,
  /** To be shared with the family; null once it waits no more. */
  link: z.nullable(z.string()),
  /** Of what the family sent; null before. */
  claim: z.nullable(z.strictObject({ claimNumber: z.string(), stateText: z.string() })),
});
export type OpenedAssistance = z.infer<typeof openedAssistance>;

const { kind, cause, accidentDay, accidentTime, place } = fileClaim.input.shape;

/**
 * A specialist fills in who had an accident, and when, where and how. The family is told, and sends it from its own
 * phone within seven days. Safe to repeat. Source: domain R40.
 */
export const openAssistance = contract({
  name: 'openAssistance',
  function: 'staff',
  input: z.strictObject({
    requestId,
    policyNumber,
    /** Position of the person on the policy. */
    personIndex: z.int().check(z.gte(0), z.lte(50)),
    kind,
    cause,
    accidentDay,
    accidentTime,
    place,
    description: tellingLines({ min: 4, max: 1000, missing: '请写几句经过。' }),
  }),
  output: z.strictObject({ assistance: openedAssistance }),
  errors: [
    ...findFamily.errors,
    'PERSON_NOT_INSURED',
    'KIND_NOT_COVERED',
    'ACCIDENT_IN_FUTURE',
    'ACCIDENT_BEFORE_BIRTH',
    'NOT_COVERED_THAT_DAY',
  ],
});

/** The reports that the caller opened, newest first. */
export const listAssistances = contract({
  name: 'listAssistances',
  function: 'staff',
  input: z.strictObject({}),
  output: z.strictObject({ today: chinaDay, assistances: z.array(openedAssistance) }),
  errors: [],
});

/** A specialist takes back what the family has not sent yet: its link is dead. Safe to repeat. */
export const withdrawAssistance = contract({
  name: 'withdrawAssistance',
  function: 'staff',
  input: z.strictObject({ requestId, assistanceId }),
  output: z.strictObject({ assistance: openedAssistance }),
  errors: ['ASSISTANCE_NOT_FOUND', 'ASSISTANCE_OVER', 'ASSISTANCE_CONFIRMED'],
});

/** What was filled in for a family, as the family sees it. */
const assistanceView = z.strictObject({
  assistanceId: z.string(),
  standing: assistanceStanding,
  /** Who filled it in; null for somebody who is no longer known. */
  helper: z.nullable(z.strictObject({ name: z.string(), phone: z.string() })),
  policyId,
  planName: z.string(),
  personIndex: z.int(),
  personName: z.string(),
  report: assistedReport,
  expiresAt: epochMs,
  /** What became of it, once it was sent. */
  claimId: z.nullable(z.string()),
});
export type AssistanceView = z.infer<typeof assistanceView>;

/** What a specialist filled in for the caller's own family, by the link. Source: domain R40. */
export const getAssistance = contract({
  name: 'getAssistance',
  function: 'household',
  input: z.strictObject({ link: assistanceLink }),
  output: z.strictObject({ today: chinaDay, assistance: assistanceView }),
  errors: ['ASSISTANCE_NOT_FOUND'],
});

/** The family does not want what was filled in. Safe to repeat. */
export const declineAssistance = contract({
  name: 'declineAssistance',
  function: 'household',
  input: z.strictObject({ requestId, link: assistanceLink }),
  output: z.strictObject({ assistance: assistanceView }),
  errors: ['ASSISTANCE_NOT_FOUND', 'ASSISTANCE_OVER', 'ASSISTANCE_CONFIRMED'],
});
