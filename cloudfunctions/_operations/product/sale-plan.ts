import { AppError } from '../../../shared/errors/app-error';
import { coverStartDay } from '../../../shared/policy/cover-period';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, type ChinaDay } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';

const thisYearOf = ({ clock }: Workshop['ports']): number => Number(chinaDayOf(clock.now()).slice(0, 4));

/** The plan under an id. Throws PLAN_UNKNOWN. */
export const planOf = async ({ read }: Pick<Workshop, 'read'>, planId: string): Promise<Plan> => {
  const plan = await read.plans.get(planId);
  if (!plan) throw new AppError('PLAN_UNKNOWN');
  return plan;
};

/** The plans of policies, in one read. A policy without its plan is a fault of ours. */
export const plansOf = async (
  { read }: Pick<Workshop, 'read'>,
  policies: readonly Pick<Policy, 'planId'>[],
): Promise<(policy: Pick<Policy, 'planId'>) => Plan> => {
  const ids = [...new Set(policies.map(({ planId }) => planId))];
  const plans =
    ids.length === 0 ? [] : await read.plans.find({ where: { id: { in: ids } }, limit: ids.length });
  return ({ planId }) => {
    const plan = plans.find(({ id }) => id === planId);
    if (!plan) throw new Error('a policy without its plan');
    return plan;
  };
};

/** Whether a plan may be bought now: neither a later version nor a later year's catalogue took its place. */
export const isOnSale = (
  { ports }: Pick<Workshop, 'ports'>,
  { supersededBy, lastSaleYear = Infinity }: Plan,
): boolean => supersededBy === undefined && thisYearOf(ports) <= lastSaleYear;

/**
 * The plans that a county's insurer sells: this year's, or the last catalogue until the new one is loaded; of each the
 * latest version.
 */
export const plansOfCounty = async (
  { read, ports }: Pick<Workshop, 'read' | 'ports'>,
  countyCode: string,
): Promise<Plan[]> => {
  const thisYear = thisYearOf(ports);
  const plans = await read.plans.find({
    where: { regionCode: countyCode, year: { lt: thisYear + 1 } },
    orderBy: [
      ['year', 'desc'],
      ['position', 'asc'],
    ],
    limit: 60,
  });
  return plans.filter((plan) => plan.year === plans[0]?.year && plan.supersededBy === undefined);
};

/** First day of cover for money paid now. Source: domain R4. */
export const startDayIfPaidNow = (
  { ports }: Pick<Workshop, 'ports'>,
  campaignStartDay: ChinaDay | null,
): ChinaDay => coverStartDay(ports.clock.now(), campaignStartDay ?? undefined);
