import { z } from '../zod';
import { basisPoints, fen } from '../money/fen';
import { regionCode } from '../region/region.schema';

/** Who sells and pays. Source: domain R24. */
export const insurer = z.strictObject({
  name: z.string(),
  hotline: z.string(),
  /** How to complain, in words. */
  complaintChannel: z.string(),
});
export type Insurer = z.infer<typeof insurer>;

/** A page the buyer reads and confirms by itself. Source: domain R25. */
export const saleDocument = z.strictObject({
  id: z.string(),
  kind: z.enum(['clauses', 'exclusions', 'health']),
  version: z.string(),
  title: z.string(),
  /** SHA-256 (hex) of title, version and text, so that what was shown can be proved. */
  sha256: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
});
export type SaleDocument = z.infer<typeof saleDocument>;

/** A grade table of a disability standard. Source: domain R7. */
const disabilityTable = z.strictObject({
  /** For example `JR/T 0083-2013`. */
  standard: z.string(),
  /** Ten ratios, grade 1 first. */
  gradeRatios: z.array(basisPoints).check(z.length(10)),
});

/** Death or disability by accident: a sum split equally over the insured. Source: domain R3, R6, R7. */
const accidentCoverage = z.strictObject({
  kind: z.literal('accident'),
  sumFen: fen,
  disability: disabilityTable,
  clause: z.string(),
});

/** Accident medical expenses: one limit that the family shares. Source: domain R9. */
const medicalCoverage = z.strictObject({
  kind: z.literal('medical'),
  limitFen: fen,
  deductibleFen: fen,
  /** Ratio after social insurance has paid its part. */
  ratioAfterSocialInsurance: basisPoints,
  ratioWithoutSocialInsurance: basisPoints,
  clause: z.string(),
});

/** A product of the catalogue, versioned by region and year; data, never code. Source: domain "Products". */
export const plan = z.strictObject({
  id: z.string(),
  /** The product line over years and regions; a person is insured once per line and period. Source: domain R5. */
  line: z.string(),
  version: z.int().check(z.gte(1)),
  /** The county that sells it. */
  regionCode,
  year: z.int(),
  /** Short name on screens. */
  name: z.string(),
  /** The product's full name and filing number, shown on every sale page. Source: domain R24. */
  productName: z.string(),
  filingNumber: z.string(),
  /** True when sums are sample data (示例) until the insurer's filed plan is loaded; every screen says so. */
  isSample: z.boolean(),
  /** Price per household and year. */
  priceFen: fen,
  /** What the insurer keeps of the premium when a policy is cancelled after its start; nothing unless named. Source: domain R12. */
  cancellationFeeRatio: z.optional(basisPoints),
  insurer,
  accident: accidentCoverage,
  medical: medicalCoverage,
  /** Age at the start of cover. Source: domain R1. */
  minAgeDays: z.int(),
  maxAgeYears: z.int(),
  renewalMaxAgeYears: z.int(),
  maxMembers: z.int(),
  documents: z.array(saleDocument),
  /** Order on the comparison page. */
  position: z.int(),
});
export type Plan = z.infer<typeof plan>;
