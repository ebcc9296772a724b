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

/**
 * What a page tells: what becomes of personal data, and of a child's; the clauses, what is not paid, the listed
 * diseases, how healthy everybody must be.
 */
export const documentKind = z.enum(['privacy', 'minors', 'clauses', 'exclusions', 'diseases', 'health']);
export type DocumentKind = z.infer<typeof documentKind>;

/** A page the buyer reads and confirms by itself. Source: domain R25. */
export const saleDocument = z.strictObject({
  id: z.string(),
  kind: documentKind,
  version: z.string(),
  title: z.string(),
  /** SHA-256 (hex) of title, version and text, so that what was shown can be proved. */
  sha256: z.string(),
  sections: z.array(z.strictObject({ heading: z.string(), paragraphs: z.array(z.string()) })),
});
export type SaleDocument = z.infer<typeof saleDocument>;

/** A grade table of a disability standard, as the plan's clauses print it. Source: domain R7. */
const disabilityTable = z.strictObject({
  /** For example `JR/T 0083-2013`; the known ones stand in `disability-standards.ts`. */
  standard: z.string(),
  /** The insurer's version of the table. */
  version: z.string(),
  /** Ten ratios, grade 1 first. */
  gradeRatios: z.array(basisPoints).check(z.length(10)),
});
export type DisabilityTable = z.infer<typeof disabilityTable>;

/**
 * Death or disability by accident: a sum split equally over the insured of a plan priced per household, the whole sum
 * for each of one priced per person. Source: domain R3, R6, R7.
 */
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

/** Money for each day in hospital, for each person. Source: domain R13. */
const allowanceCoverage = z.strictObject({
  kind: z.literal('allowance'),
  perDayFen: fen,
  /** The first days of a stay, which are not paid. */
  waitingDays: z.int().check(z.gte(0)),
  /** Most days paid in a period. */
  maxDays: z.int().check(z.gte(1)),
  clause: z.string(),
});

/** A lump sum for each person who falls ill with a listed disease. Source: domain "Products". */
const illnessCoverage = z.strictObject({
  kind: z.literal('illness'),
  sumFen: fen,
  /** Days after the first purchase in which a disease does not count; a renewal without a gap has none. */
  waitingDays: z.int().check(z.gte(0)),
  /** The page that lists the diseases. */
  diseasesDocumentId: z.string(),
  clause: z.string(),
});

/** More people than any plan insures, and more pages than a buyer confirms one by one. */
export const MAX_INSURED = 20;
export const MAX_PAGES = 10;

/** More copies than any plan allows. */
const MAX_COPIES = 20;

/** How many copies of a plan. Source: domain R5. */
export const copies = z
  .int('份数要是整数。')
  .check(z.gte(1, '至少买 1 份。'), z.lte(MAX_COPIES, `最多 ${String(MAX_COPIES)} 份，请把份数改少。`));

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
  /** Price per year and copy, for the household or for each person insured. */
  priceFen: fen,
  priceUnit: z.enum(['household', 'person']),
  /** Copies that one person may hold at the same time; price and sums count once for each. Source: domain R5. */
  maxCopies: copies,
  /** Who may be insured. */
  insuredSex: z.enum(['any', 'female', 'male']),
  /** Whether a newborn may join during the year. */
  admitsNewborns: z.boolean(),
  /** What the insurer keeps of the premium when a policy is cancelled after its start; nothing unless named. Source: domain R12. */
  cancellationFeeRatio: z.optional(basisPoints),
  insurer,
  /** Null: the plan does not cover it. */
  accident: z.nullable(accidentCoverage),
  medical: z.nullable(medicalCoverage),
  allowance: z.nullable(allowanceCoverage),
  illness: z.nullable(illnessCoverage),
  /** Age at the start of cover. Source: domain R1. */
  minAgeDays: z.int(),
  maxAgeYears: z.int(),
  renewalMaxAgeYears: z.int(),
  maxMembers: z.int(),
  documents: z.array(saleDocument),
  /** Set when a later version is loaded: this one stays for who bought it and is no longer sold. */
  supersededBy: z.optional(z.string()),
  /** Set when a later year's catalogue is loaded: the last year in which this plan is sold. */
  lastSaleYear: z.optional(z.int()),
  /** Order on the comparison page. */
  position: z.int(),
});
export type Plan = z.infer<typeof plan>;

/** What a plan covers. */
export type Coverages = Pick<Plan, 'accident' | 'medical' | 'allowance' | 'illness'>;
