import type { BasisPoints } from '../money/fen';
import { DISABILITY_STANDARDS } from './disability-standards';
import type { DocumentKind, Plan } from './plan.schema';

/** Something a plan says that cannot be: where, as a path within the plan, and what. */
export interface PlanFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = PlanFault['path'];

/** The pages that every buyer confirms one by one. Source: domain R25. */
const PAGES: readonly DocumentKind[] = ['clauses', 'exclusions', 'health'];
const COVERAGES = ['accident', 'medical', 'allowance', 'illness'] as const;

/** A fault unless something holds. */
const unless = (holds: boolean, path: Path, message: string): PlanFault[] =>
  holds ? [] : [{ path, message }];

const saleFaults = (plan: Plan): PlanFault[] => [
  ...unless(plan.priceFen > 0, ['priceFen'], 'must be more than nothing'),
  ...unless(plan.maxMembers >= 1, ['maxMembers'], 'must be one or more'),
  ...unless(plan.regionCode.length === 6, ['regionCode'], 'must be a county of 6 digits'),
  ...unless(plan.supersededBy === undefined, ['supersededBy'], 'is set when a later version is loaded'),
  ...(['name', 'productName', 'filingNumber'] as const).flatMap((field) =>
    unless(plan[field].trim() !== '', [field], 'must not be empty'),
  ),
];

const ageFaults = ({ minAgeDays, maxAgeYears, renewalMaxAgeYears }: Plan): PlanFault[] => [
  ...unless(minAgeDays >= 0, ['minAgeDays'], 'must not be negative'),
  ...unless(maxAgeYears * 365 > minAgeDays, ['maxAgeYears'], 'lies below minAgeDays'),
  ...unless(renewalMaxAgeYears >= maxAgeYears, ['renewalMaxAgeYears'], 'lies below maxAgeYears'),
];

/** A worse grade never pays less. Source: domain R7. */
const gradeFaults = (gradeRatios: readonly BasisPoints[], path: Path): PlanFault[] =>
  gradeRatios.flatMap((ratio, index) => {
    const worse = gradeRatios[index - 1];
    return unless(
      worse === undefined || ratio <= worse,
      [...path, index],
      `grade ${String(index + 1)} pays more than grade ${String(index)}`,
    );
  });

const accidentFaults = ({ accident }: Plan): PlanFault[] => {
  if (accident === null) return [];
  const { standard, gradeRatios } = accident.disability;
  const known = DISABILITY_STANDARDS.map((one) => one.standard);
  return [
    ...unless(accident.sumFen > 0, ['accident', 'sumFen'], 'insures nothing'),
    ...unless(
      known.includes(standard),
      ['accident', 'disability', 'standard'],
      `is no known standard: ${known.join(' or ')}`,
    ),
    ...gradeFaults(gradeRatios, ['accident', 'disability', 'gradeRatios']),
  ];
};

const medicalFaults = ({ medical, priceUnit }: Plan): PlanFault[] =>
  medical === null
    ? []
    : [
        ...unless(medical.limitFen > 0, ['medical', 'limitFen'], 'insures nothing'),
        ...unless(
          medical.deductibleFen < medical.limitFen,
          ['medical', 'deductibleFen'],
          'leaves nothing of the limit',
        ),
        ...unless(
          medical.ratioWithoutSocialInsurance <= medical.ratioAfterSocialInsurance,
          ['medical', 'ratioWithoutSocialInsurance'],
          'pays more than after social insurance',
        ),
        ...unless(
          priceUnit === 'household',
          ['medical'],
          'is one limit that a family shares: the plan must be priced per household',
        ),
      ];

const allowanceFaults = ({ allowance }: Plan): PlanFault[] =>
  allowance === null
    ? []
    : [
        ...unless(allowance.perDayFen > 0, ['allowance', 'perDayFen'], 'pays nothing'),
        ...unless(allowance.maxDays <= 366, ['allowance', 'maxDays'], 'is longer than a period'),
      ];

const illnessFaults = ({ illness, documents }: Plan): PlanFault[] =>
  illness === null
    ? unless(
        documents.every(({ kind }) => kind !== 'diseases'),
        ['documents'],
        'lists diseases, and the plan covers none',
      )
    : [
        ...unless(illness.sumFen > 0, ['illness', 'sumFen'], 'insures nothing'),
        ...unless(illness.waitingDays <= 366, ['illness', 'waitingDays'], 'is longer than a period'),
        ...unless(
          documents.some(({ id, kind }) => id === illness.diseasesDocumentId && kind === 'diseases'),
          ['illness', 'diseasesDocumentId'],
          'is no page of kind diseases of this plan',
        ),
      ];

const pageFaults = ({ documents }: Plan): PlanFault[] => [
  ...PAGES.flatMap((kind) =>
    unless(
      documents.some((page) => page.kind === kind),
      ['documents'],
      `has no page of kind ${kind}`,
    ),
  ),
  ...documents.flatMap((page, index) =>
    unless(
      documents.findIndex((other) => other.id === page.id) === index,
      ['documents', index, 'id'],
      'stands twice',
    ),
  ),
  ...documents.flatMap((page, index) =>
    unless(
      page.sections.some(({ paragraphs }) => paragraphs.some((text) => text.trim() !== '')),
      ['documents', index, 'sections'],
      'a page without words cannot be confirmed',
    ),
  ),
];

/** What a plan of the right shape says that cannot be. Source: domain "Products", R1, R5, R7, R9, R25. */
export const planFaults = (plan: Plan): PlanFault[] => [
  ...unless(
    COVERAGES.some((coverage) => plan[coverage] !== null),
    ['accident'],
    'covers nothing: one of accident, medical, allowance and illness must be set',
  ),
  ...saleFaults(plan),
  ...ageFaults(plan),
  ...accidentFaults(plan),
  ...medicalFaults(plan),
  ...allowanceFaults(plan),
  ...illnessFaults(plan),
  ...pageFaults(plan),
];
