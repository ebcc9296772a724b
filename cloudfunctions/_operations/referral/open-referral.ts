import { openReferral } from '../../../shared/referral/open-referral.contract';
import { AppError } from '../../../shared/errors/app-error';
import { countyOf, townshipOf } from '../../../shared/region/region.schema';
import { operation } from '../../_core/operation';
import { plansOfCounty } from '../product/sale-plan';
import { inForce } from './referral-in-force';

/**
 * Opens an enrolment link: the same page for everybody, with the village's helper and the county's insurer.
 * Reads: referrals, regions, staff, plans. Writes nothing.
 * Errors: REFERRAL_NOT_FOUND (also revoked).
 */
export const openReferralOperation = operation(openReferral, async (context) => {
  const { read, input } = context;
  const referral = inForce(await read.referrals.get(input.code));
  const county = countyOf(referral.regionCode);
  const [regions, specialist, plans] = await Promise.all([
    read.regions.find({
      where: { id: { in: [referral.regionCode, townshipOf(referral.regionCode), county] } },
      limit: 3,
    }),
    read.staff.get(referral.staffId),
    plansOfCounty(context, county),
  ]);
  const nameOf = (code: string): string => regions.find((region) => region.id === code)?.name ?? '';
  if (!specialist) throw new AppError('REFERRAL_NOT_FOUND');
  return {
    code: referral.id,
    villageCode: referral.regionCode,
    villageName: nameOf(referral.regionCode),
    townshipName: nameOf(townshipOf(referral.regionCode)),
    countyName: nameOf(county),
    campaign: referral.campaign,
    specialist: { name: specialist.name, phone: specialist.phone },
    insurer: plans[0]?.insurer ?? null,
  };
});
