import { z } from '../zod';

/** A paper that a claim may need; the desk asks for what is missing by the same names. Source: domain R13. */
export const paperKey = z.enum([
  'idCard',
  'bankCard',
  'householdBook',
  'invoice',
  'itemisedList',
  'medicalRecord',
  'dischargeSummary',
  'socialInsuranceSettlement',
  'appraisalReport',
  'deathCertificate',
  'householdCancellation',
  'proofOfRelation',
  'policeReport',
  'authorityLetter',
]);
export type PaperKey = z.infer<typeof paperKey>;
