import { DISABILITY_STANDARDS } from './disability-standards';
import type { DocumentKind, Plan } from './plan.schema';

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

/** A fault when something holds. */
const when = (wrong: boolean, path: PlanFault['path'], message: string): PlanFault[] =>
  wrong ? [{ path, message }] : [];

/** Whether both are there and the first lies below the second. */
const isBelow = (one: number | undefined, other: number | undefined): boolean =>
  one !== undefined && other !== undefined && one < other;

const isBlank = (text: string | undefined): boolean => text?.trim() === '';

const saleFaults = (plan: LegiblePlan): PlanFault[] => [
  ...when(plan.priceFen === 0, ['priceFen'], 'must be more than nothing'),
  ...when(isBelow(plan.maxMembers, 1), ['maxMembers'], 'must be one or more'),
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
];

const ageFaults = ({ minAgeDays, maxAgeYears, renewalMaxAgeYears }: LegiblePlan): PlanFault[] => [
  ...when(isBelow(minAgeDays, 0), ['minAgeDays'], 'must not be negative'),
  ...when(
    maxAgeYears !== undefined && isBelow(maxAgeYears * 365, minAgeDays),
    ['maxAgeYears'],
    'lies below minAgeDays',
  ),
  ...when(isBelow(renewalMaxAgeYears, maxAgeYears), ['renewalMaxAgeYears'], 'lies below maxAgeYears'),
];

const KNOWN_STANDARDS = DISABILITY_STANDARDS.map(({ standard }) => standard);

/** A worse grade never pays less. Source: domain R7. */
const accidentFaults = ({ sumFen, disability }: Part<'accident'>): PlanFault[] => {
  const { standard, gradeRatios = [] } = disability ?? {};
  return [
    ...when(sumFen === 0, ['accident', 'sumFen'], 'insures nothing'),
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

const pageFaults = (documents: Part<'documents'>): PlanFault[] => [
  ...PAGES.flatMap((kind) =>
    when(!documents.some((page) => page?.kind === kind), ['documents'], `has no page of kind ${kind}`),
  ),
  ...documents.flatMap((page, index) => [
    ...when(
      page?.id !== undefined && documents.findIndex((other) => other?.id === page.id) < index,
      ['documents', index, 'id'],
      'stands twice',
    ),
    ...when(isBlank(page?.version), ['documents', index, 'version'], 'must not be empty'),
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
  ...(plan.accident ? accidentFaults(plan.accident) : []),
  ...(plan.medical ? medicalFaults(plan.medical, plan.priceUnit) : []),
  ...(plan.allowance ? allowanceFaults(plan.allowance) : []),
  ...(plan.illness ? illnessFaults(plan.illness, plan.documents) : []),
  ...when(
    plan.illness === null && (plan.documents ?? []).some((page) => page?.kind === 'diseases'),
    ['illness'],
    'is not covered, and a page lists diseases',
  ),
  ...(plan.documents ? pageFaults(plan.documents) : []),
];
