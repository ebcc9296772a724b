import { documentId, documentVersion, planId } from '../contract/fields';
import { isAllSeen } from '../contract/words';
import { z } from '../zod';
import { DISABILITY_STANDARDS } from './disability-standards';
import { MAX_INSURED, MAX_PAGES, type DocumentKind, type Plan } from './plan.schema';

/** Something a plan says that cannot be: where, as a path within the plan, and what. */
export interface PlanFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** A value of which parts could not be read: one part that cannot be read hides no fault of the others. */
export type Legible<T> = T extends readonly (infer E)[]
  ? readonly (Legible<E> | undefined)[]
  : T extends object
    ? { readonly [K in keyof T]?: Legible<T[K]> | undefined }
    : T;
type LegiblePlan = Legible<Plan>;
type Part<K extends keyof Plan> = NonNullable<LegiblePlan[K]>;

/** The pages that every buyer confirms one by one. Source: domain R25. */
const PAGES: readonly DocumentKind[] = ['privacy', 'minors', 'clauses', 'exclusions', 'health'];
const COVERAGES = ['accident', 'medical', 'allowance', 'illness'] as const;
const LONGEST_DAYS = 366;
const WHOLE = 10_000;
/** A ratio of at most 1 % stands in no clause: it is one in percent. */
const HIGHEST_PERCENT = 100;
const OLDEST_YEARS = 120;
/** What a phone can dial. */
const DIALABLE = /^\d[\d-]{2,19}$/;

/** A fault when something holds. */
const when = (wrong: boolean, path: PlanFault['path'], message: string): PlanFault[] =>
  wrong ? [{ path, message }] : [];

/** Whether both are there and the first lies below the second. */
const isBelow = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && one < other;

const isBlank = (text: string | undefined): boolean => text?.trim() === '';

/** Where in a plan texts stand that hold what nobody sees. */
const unseenFaults = (part: unknown, path: PlanFault['path'] = []): PlanFault[] => {
  if (typeof part === 'string')
    return when(!isAllSeen(part), path, 'holds characters that cannot be seen: control or direction marks');
  if (Array.isArray(part)) return part.flatMap((inner: unknown, at) => unseenFaults(inner, [...path, at]));
  return typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([field, inner]) => unseenFaults(inner, [...path, field]))
    : [];
};

/** A ratio written in percent: 90 for 90 %. Source: domain R7. */
const percentFaults = (ratio: number | undefined, path: PlanFault['path']): PlanFault[] =>
  when(
    ratio !== undefined && ratio > 0 && ratio <= HIGHEST_PERCENT,
    path,
    `is in basis points (10000 = 100 %): ${String(ratio)} % would be ${String((ratio ?? 0) * 100)}`,
  );

const saleFaults = (plan: LegiblePlan): PlanFault[] => [
  ...when(plan.priceFen === 0, ['priceFen'], 'must be more than nothing'),
  ...when(isBelow(plan.maxMembers, 1), ['maxMembers'], 'must be one or more'),
  ...when(
    isBelow(MAX_INSURED, plan.maxMembers),
    ['maxMembers'],
    `is more than a purchase takes: at most ${String(MAX_INSURED)}`,
  ),
  ...when(isBelow(plan.year, 2000) || isBelow(2099, plan.year), ['year'], 'must be a year from 2000 to 2099'),
  ...when(
    !isBlank(plan.id) && plan.id !== undefined && !z.safeParse(planId, plan.id).success,
    ['id'],
    'must be made of a-z, 0-9 and -, at most 60 characters',
  ),
  ...when(
    plan.regionCode !== undefined && plan.regionCode.length !== 6,
    ['regionCode'],
    'must be a county of 6 digits',
  ),
  ...(['id', 'line', 'name', 'productName', 'filingNumber'] as const).flatMap((field) =>
    when(isBlank(plan[field]), [field], 'must not be empty'),
  ),
  ...(['name', 'hotline', 'complaintChannel'] as const).flatMap((field) =>
    when(isBlank(plan.insurer?.[field]), ['insurer', field], 'must not be empty'),
  ),
  ...when(
    !isBlank(plan.insurer?.hotline) && !DIALABLE.test(plan.insurer?.hotline ?? '95519'),
    ['insurer', 'hotline'],
    'is no number that a phone can dial',
  ),
  ...percentFaults(plan.cancellationFeeRatio, ['cancellationFeeRatio']),
];

const ageFaults = ({ minAgeDays, maxAgeYears, renewalMaxAgeYears }: LegiblePlan): PlanFault[] => [
  ...when(isBelow(minAgeDays, 0), ['minAgeDays'], 'must not be negative'),
  ...when(
    maxAgeYears !== undefined && isBelow(maxAgeYears * 365, minAgeDays),
    ['maxAgeYears'],
    'lies below minAgeDays',
  ),
  ...when(isBelow(renewalMaxAgeYears, maxAgeYears), ['renewalMaxAgeYears'], 'lies below maxAgeYears'),
  ...when(isBelow(OLDEST_YEARS, renewalMaxAgeYears), ['renewalMaxAgeYears'], 'is older than anybody'),
];

const KNOWN_STANDARDS = DISABILITY_STANDARDS.map(({ standard }) => standard);

/** The worst grade pays the whole, and a worse one never less. Source: domain R3, R7. */
const accidentFaults = (
  { sumFen, disability }: Part<'accident'>,
  { priceUnit, maxMembers }: LegiblePlan,
): PlanFault[] => {
  const { standard, gradeRatios = [] } = disability ?? {};
  const [worst] = gradeRatios;
  return [
    ...when(sumFen === 0, ['accident', 'sumFen'], 'insures nothing'),
    ...when(
      priceUnit === 'household' && sumFen !== 0 && isBelow(sumFen, maxMembers),
      ['accident', 'sumFen'],
      'split over maxMembers leaves somebody without a fen',
    ),
    ...when(
      worst !== undefined && worst !== WHOLE,
      ['accident', 'disability', 'gradeRatios', 0],
      'grade 1 must pay the whole: 10000',
    ),
    ...gradeRatios
      .slice(1)
      .flatMap((ratio, index) => percentFaults(ratio, ['accident', 'disability', 'gradeRatios', index + 1])),
    ...when(
      standard !== undefined && !KNOWN_STANDARDS.includes(standard),
      ['accident', 'disability', 'standard'],
      `is no known standard: ${KNOWN_STANDARDS.join(' or ')}`,
    ),
    ...gradeRatios.flatMap((ratio, index) =>
      when(
        isBelow(gradeRatios[index - 1], ratio),
        ['accident', 'disability', 'gradeRatios', index],
        `grade ${String(index + 1)} pays more than grade ${String(index)}`,
      ),
    ),
  ];
};

const medicalFaults = (medical: Part<'medical'>, priceUnit: LegiblePlan['priceUnit']): PlanFault[] => [
  ...when(medical.limitFen === 0, ['medical', 'limitFen'], 'insures nothing'),
  ...when(medical.ratioAfterSocialInsurance === 0, ['medical', 'ratioAfterSocialInsurance'], 'pays nothing'),
  ...(['ratioAfterSocialInsurance', 'ratioWithoutSocialInsurance'] as const).flatMap((field) =>
    percentFaults(medical[field], ['medical', field]),
  ),
  ...when(
    isBelow(medical.limitFen, medical.deductibleFen),
    ['medical', 'deductibleFen'],
    'is more than the limit',
  ),
  ...when(
    isBelow(medical.ratioAfterSocialInsurance, medical.ratioWithoutSocialInsurance),
    ['medical', 'ratioWithoutSocialInsurance'],
    'pays more than after social insurance',
  ),
  ...when(
    priceUnit === 'person',
    ['medical'],
    'is one limit that a family shares: the plan must be priced per household',
  ),
];

const allowanceFaults = ({ perDayFen, maxDays }: Part<'allowance'>): PlanFault[] => [
  ...when(perDayFen === 0, ['allowance', 'perDayFen'], 'pays nothing'),
  ...when(isBelow(LONGEST_DAYS, maxDays), ['allowance', 'maxDays'], 'is longer than a period'),
];

const illnessFaults = (
  { sumFen, waitingDays, diseasesDocumentId }: Part<'illness'>,
  documents: LegiblePlan['documents'],
): PlanFault[] => [
  ...when(sumFen === 0, ['illness', 'sumFen'], 'insures nothing'),
  ...when(isBelow(LONGEST_DAYS, waitingDays), ['illness', 'waitingDays'], 'is longer than a period'),
  ...when(
    diseasesDocumentId !== undefined &&
      documents !== undefined &&
      !documents.some((page) => page?.id === diseasesDocumentId && page.kind === 'diseases'),
    ['illness', 'diseasesDocumentId'],
    'is no page of kind diseases of this plan',
  ),
];

/** How pages and their versions may be called. */
const NAMES_OF_PAGES = { id: documentId, version: documentVersion };

const pageFaults = (documents: Part<'documents'>): PlanFault[] => [
  ...when(
    documents.length > MAX_PAGES,
    ['documents'],
    `has more pages than a purchase confirms: at most ${String(MAX_PAGES)}`,
  ),
  ...PAGES.flatMap((kind) =>
    when(!documents.some((page) => page?.kind === kind), ['documents'], `has no page of kind ${kind}`),
  ),
  ...documents.flatMap((page, index) => [
    ...when(
      page?.id !== undefined && documents.findIndex((other) => other?.id === page.id) < index,
      ['documents', index, 'id'],
      'stands twice',
    ),
    ...(['id', 'version'] as const).flatMap((field) =>
      when(
        page?.[field] !== undefined && !z.safeParse(NAMES_OF_PAGES[field], page[field]).success,
        ['documents', index, field],
        'must be made of letters, digits, dots, - and _',
      ),
    ),
    ...when(isBlank(page?.title), ['documents', index, 'title'], 'must not be empty'),
    ...when(
      page?.sections?.every((section) => section?.paragraphs?.every(isBlank)) ?? false,
      ['documents', index, 'sections'],
      'a page without words cannot be confirmed',
    ),
  ]),
];

/**
 * What a plan says that cannot be, as far as it could be read.
 * Source: domain "Products", R1, R5, R7, R9, R25.
 */
export const planFaults = (plan: LegiblePlan): PlanFault[] => [
  ...when(
    COVERAGES.every((coverage) => plan[coverage] === null),
    ['accident'],
    'covers nothing: one of accident, medical, allowance and illness must be set',
  ),
  ...saleFaults(plan),
  ...ageFaults(plan),
  ...COVERAGES.flatMap((coverage) =>
    when(isBlank(plan[coverage]?.clause), [coverage, 'clause'], 'must not be empty'),
  ),
  ...(plan.accident ? accidentFaults(plan.accident, plan) : []),
  ...(plan.medical ? medicalFaults(plan.medical, plan.priceUnit) : []),
  ...(plan.allowance ? allowanceFaults(plan.allowance) : []),
  ...(plan.illness ? illnessFaults(plan.illness, plan.documents) : []),
  ...when(
    plan.illness === null && (plan.documents ?? []).some((page) => page?.kind === 'diseases'),
    ['illness'],
    'is not covered, and a page lists diseases',
  ),
  ...(plan.documents ? pageFaults(plan.documents) : []),
  ...unseenFaults(plan),
];
