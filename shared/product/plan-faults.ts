import type { Plan } from './plan.schema';

/** Something a plan says that cannot be: where, as a path within the plan, and what. */
export interface PlanFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** The pages that every buyer confirms one by one. Source: domain R25. */
const PAGES = ['clauses', 'exclusions', 'health'] as const;

const ageFaults = ({ minAgeDays, maxAgeYears, renewalMaxAgeYears }: Plan): PlanFault[] => [
  ...(minAgeDays < 0 ? [{ path: ['minAgeDays'], message: 'must not be negative' }] : []),
  ...(maxAgeYears * 365 <= minAgeDays ? [{ path: ['maxAgeYears'], message: 'lies below minAgeDays' }] : []),
  ...(renewalMaxAgeYears < maxAgeYears
    ? [{ path: ['renewalMaxAgeYears'], message: 'lies below maxAgeYears' }]
    : []),
];

/** A worse grade never pays less. Source: domain R7. */
const gradeFaults = ({ accident }: Plan): PlanFault[] => {
  const { gradeRatios } = accident.disability;
  return gradeRatios.flatMap((ratio, index) => {
    const better = gradeRatios[index - 1];
    return better !== undefined && ratio > better
      ? [
          {
            path: ['accident', 'disability', 'gradeRatios', index],
            message: `grade ${String(index + 1)} pays more than grade ${String(index)}`,
          },
        ]
      : [];
  });
};

const pageFaults = ({ documents }: Plan): PlanFault[] => [
  ...PAGES.filter((kind) => !documents.some((page) => page.kind === kind)).map((kind) => ({
    path: ['documents'],
    message: `has no page of kind ${kind}`,
  })),
  ...documents.flatMap((page, index) =>
    documents.findIndex((other) => other.id === page.id) < index
      ? [{ path: ['documents', index, 'id'], message: 'stands twice' }]
      : [],
  ),
  ...documents.flatMap((page, index) =>
    page.sections.length === 0
      ? [{ path: ['documents', index, 'sections'], message: 'a page without words cannot be confirmed' }]
      : [],
  ),
];

/** What a plan of the right shape says that cannot be. Source: domain R1, R7, R9, R25. */
export const planFaults = (plan: Plan): PlanFault[] => [
  ...(plan.priceFen === 0 ? [{ path: ['priceFen'], message: 'must be more than nothing' }] : []),
  ...(plan.accident.sumFen === 0 ? [{ path: ['accident', 'sumFen'], message: 'insures nothing' }] : []),
  ...(plan.maxMembers < 1 ? [{ path: ['maxMembers'], message: 'must be one or more' }] : []),
  ...(plan.regionCode.length === 6
    ? []
    : [{ path: ['regionCode'], message: 'must be a county of 6 digits' }]),
  ...ageFaults(plan),
  ...gradeFaults(plan),
  ...pageFaults(plan),
];
