import { AppError } from '../../../shared/errors/app-error';
import { listPlans, type PlanView } from '../../../shared/product/list-plans.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { countyOf, townshipOf } from '../../../shared/region/region.schema';
import { operation } from '../../_core/operation';
import { villageOf } from '../region/village-of';
import { inForce } from '../referral/referral-in-force';
import { plansOfCounty, startDayIfPaidNow } from './sale-plan';

/** A plan as sale pages show it: its documents by their headings. */
export const toPlanView = (plan: Plan): PlanView => ({
  ...plan,
  documents: plan.documents.map(({ id, kind, version, title, sha256 }) => ({
    id,
    kind,
    version,
    title,
    sha256,
  })),
});

/**
 * The plans offered in the village of a link, in one that the family chose, or where it bought before.
 * Reads: referrals or households, plans, regions. Writes nothing.
 * Errors: REFERRAL_NOT_FOUND (no link, no choice, never bought: the family cannot be placed), REGION_NOT_FOUND.
 */
export const listPlansOperation = operation(listPlans, async (context) => {
  const { read, input, caller } = context;
  const referral = input.referralCode ? inForce(await read.referrals.get(input.referralCode)) : undefined;
  const chosen = !referral && input.villageCode ? await villageOf(read, input.villageCode) : undefined;
  const villageCode =
    referral?.regionCode ?? chosen?.id ?? (await read.households.get(caller.householdId))?.regionCode;
  if (villageCode === undefined) throw new AppError('REFERRAL_NOT_FOUND');
  const [plans, regions] = await Promise.all([
    plansOfCounty(context, countyOf(villageCode)),
    read.regions.find({ where: { id: { in: [villageCode, townshipOf(villageCode)] } }, limit: 2 }),
  ]);
  const nameOf = (code: string): string => regions.find((region) => region.id === code)?.name ?? '';
  return {
    villageName: nameOf(villageCode),
    townshipName: nameOf(townshipOf(villageCode)),
    startDay: startDayIfPaidNow(context, referral?.campaignStartDay ?? null),
    plans: plans.map(toPlanView),
  };
});
