import { addTallies, EMPTY_TALLY, type Tally } from '../../../shared/report/figures';
import { getStaffHome } from '../../../shared/report/get-staff-home.contract';
import type { ReferralView } from '../../../shared/referral/referral-view';
import { chinaDayOf, monthOf } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';
import type { Caller } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { toReferralView } from '../referral/referral-views';
import { figuresOf } from './region-figures';

/** Links shown; older ones stay valid. */
const MOST_REFERRALS = 20;

const yearTally = async (read: ReadStores, regionCode: string, year: number): Promise<Tally> => {
  const months = await read.figures.find({
    where: { regionCode, month: { gte: `${year}-01`, lt: `${year + 1}-01` } },
    limit: 12,
  });
  return months.map((figure) => figure.tally).reduce(addTallies, EMPTY_TALLY);
};

const linksOf = async (read: ReadStores, staffId: string): Promise<ReferralView[]> => {
  const found = await read.referrals.find({
    where: { staffId },
    orderBy: [['createdAt', 'desc']],
    limit: MOST_REFERRALS,
  });
  const current = found.filter((referral) => referral.revokedAt === null);
  const codes = [...new Set(current.map((referral) => referral.regionCode))];
  const villages =
    codes.length > 0 ? await read.regions.find({ where: { id: { in: codes } }, limit: codes.length }) : [];
  const names = new Map(villages.map((village) => [village.id, village.name]));
  return current.map((referral) => toReferralView(referral, names.get(referral.regionCode) ?? ''));
};

/** The role whose page is shown to who holds several: the wider one. */
const shownRole = (caller: Caller) =>
  caller.roles.find((held) => held.role === 'countyManager') ??
  caller.roles.find((held) => held.role === 'specialist');

/**
 * The first page of association staff: figures of their region this month and this year, and a specialist's links.
 * Guarantees: no name of a family; no ranking. Source: domain R29, R33.
 * Reads: regions, figures, referrals. Writes nothing.
 */
export const getStaffHomeOperation = operation(getStaffHome, async ({ caller, read, ports }) => {
  const held = shownRole(caller);
  const region = held && (await read.regions.get(held.regionCode));
  if (!held || !region) throw new Error('a role of staff without its region');
  const today = chinaDayOf(ports.clock.now());
  const month = monthOf(today);
  const [[figure], year, referrals] = await Promise.all([
    figuresOf(read, [region], month),
    yearTally(read, region.id, Number(today.slice(0, 4))),
    held.role === 'specialist' ? linksOf(read, caller.staffId) : [],
  ]);
  if (!figure) throw new Error('figures without their region');
  return {
    today,
    month,
    staffName: caller.staffName ?? '',
    role: held.role,
    region: figure,
    year,
    referrals,
  };
});
