import type { Plan } from '../../../shared/product/plan.schema';
import { familyPlans } from './family-plans';
import { healthPlans } from './health-plans';

/**
 * The demo county's plans of a year: the 100 plan of the county notice (212,000 in all), a 200 plan and the two 安康 plans,
 * whose sums no source gives, shown as 示例 on every screen. Deductible and ratios are other counties' figures.
 * Source: domain "Products", R9.
 */
export const demoPlans = (year: number): Plan[] => [...familyPlans(year), ...healthPlans(year)];
