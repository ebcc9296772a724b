import type { Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS } from '../../../shared/claim/claim-state';
import type { OutputOf } from '../../../shared/contract/contract';
import { maskName } from '../../../shared/identity/masking';
import { sumOf } from '../../../shared/money/fen';
import { countyOf, townshipOf, type Region } from '../../../shared/region/region.schema';
import { listClaimsByTownship } from '../../../shared/report/list-claims-by-township.contract';
import { chinaDayOf, endOfMonth, startOfMonth } from '../../../shared/time/china-day';
import type { ReadStores } from '../../_stores/stores';
import { regionOfRole } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { childrenOf } from './region-figures';

type Township = OutputOf<typeof listClaimsByTownship>['townships'][number];

/** Rows of one read; the cloud gives no more. */
const PAGE = 1000;

/** All claims that a county reported in a month, oldest first, however many. */
const claimsOfMonth = async (read: ReadStores, countyCode: string, month: string): Promise<Claim[]> => {
  const claims = new Map<string, Claim>();
  let from = startOfMonth(month);
  for (;;) {
    const page = await read.claims.find({
      where: { countyCode, reportedAt: { gte: from, lt: endOfMonth(month) } },
      orderBy: [['reportedAt', 'asc']],
      limit: PAGE,
    });
    const known = claims.size;
    page.forEach((claim) => claims.set(claim.id, claim));
    if (page.length < PAGE || claims.size === known) return [...claims.values()];
    from = page[page.length - 1]?.reportedAt ?? from;
  }
};

const townshipRow = (township: Region, claims: readonly Claim[]): Township => ({
  regionCode: township.id,
  name: township.name,
  reported: claims.length,
  paidFen: sumOf(claims.map((claim) => claim.paidFen)),
  claims: claims.map((claim) => ({
    claimNumber: claim.number,
    maskedName: maskName(claim.personName),
    kind: claim.kind,
    state: claim.state,
    stateText: CLAIM_STATE_WORDS[claim.state],
    reportedDay: chinaDayOf(claim.reportedAt),
    paidFen: claim.paidFen,
  })),
});

/**
 * The claims that a county reported in a month, by township, people masked: what the association sees of them.
 * Guarantees: every township of the county has its row, also an empty one; totals are the sums of the rows.
 * Reads: regions, claims. Writes nothing. Source: domain R21.
 */
export const listClaimsByTownshipOperation = operation(
  listClaimsByTownship,
  async ({ input, caller, read }) => {
    const countyCode = countyOf(regionOfRole(caller, 'countyManager') ?? '');
    const county = await read.regions.get(countyCode);
    if (!county) throw new Error('a county manager without a county');
    const [townships, claims] = await Promise.all([
      childrenOf(read, countyCode),
      claimsOfMonth(read, countyCode, input.month),
    ]);
    const rows = townships.map((township) =>
      townshipRow(
        township,
        claims.filter((claim) => townshipOf(claim.regionCode) === township.id),
      ),
    );
    return {
      month: input.month,
      countyName: county.name,
      townships: rows,
      totalReported: sumOf(rows.map((row) => row.reported)),
      totalPaidFen: sumOf(rows.map((row) => row.paidFen)),
    };
  },
);
