import type { QueueRow } from '../../../shared/claim/case-view';
import type { Claim } from '../../../shared/claim/claim.schema';
import { claimState, CLAIM_STATE_WORDS, CLOSED_STATES } from '../../../shared/claim/claim-state';
import { deskActionsOf } from '../../../shared/claim/desk-actions';
import { listDeskQueue } from '../../../shared/claim/list-desk-queue.contract';
import { maskName } from '../../../shared/identity/masking';
import { countyOf, townshipOf } from '../../../shared/region/region.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { holdsRoleOn, type Caller } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { colleagueAt } from './desk-step';

/** What one page of the database may hold; a county's desk never has so many cases open. */
const MOST = 1000;

const OPEN_STATES = claimState.options.filter((state) => !CLOSED_STATES.includes(state));

/** Counties on which the caller works at the desk: an insurer serves a county, so its roles are held there. Source: domain R31. */
const countiesOf = (caller: Caller): string[] => [
  ...new Set(
    caller.roles
      .filter((held) => held.role === 'handler' || held.role === 'approver')
      .map((held) => countyOf(held.regionCode)),
  ),
];

const firstDueFirst = (one: Claim, other: Claim): number =>
  one.promise.day === other.promise.day
    ? one.reportedAt - other.reportedAt
    : one.promise.day < other.promise.day
      ? -1
      : 1;

const rowOf = (claim: Claim, caller: Caller, townshipName: string): QueueRow => ({
  claimId: claim.id,
  claimNumber: claim.number,
  maskedName: maskName(claim.personName),
  kind: claim.kind,
  state: claim.state,
  stateText: CLAIM_STATE_WORDS[claim.state],
  townshipName,
  promise: claim.promise,
  reportedAt: claim.reportedAt,
  isGreen: claim.greenChannel !== null,
  alarm: claim.alarm,
  mine: deskActionsOf(claim, colleagueAt(caller, claim.regionCode)).length > 0,
});

/**
 * The cases of the caller's counties that are not over, first due first, names masked.
 * Reads: claims, regions. Writes nothing.
 */
export const listDeskQueueOperation = operation(listDeskQueue, async ({ read, caller, ports }) => {
  const found = await read.claims.find({
    where: { countyCode: { in: countiesOf(caller) }, state: { in: OPEN_STATES } },
    orderBy: [['reportedAt', 'asc']],
    limit: MOST,
  });
  const claims = found.filter((claim) => holdsRoleOn(caller, claim.regionCode, 'handler', 'approver'));
  const townships = [...new Set(claims.map((claim) => townshipOf(claim.regionCode)))];
  const regions =
    townships.length > 0
      ? await read.regions.find({ where: { id: { in: townships } }, limit: townships.length })
      : [];
  const names = new Map(regions.map((region) => [region.id, region.name]));
  return {
    today: chinaDayOf(ports.clock.now()),
    rows: claims
      .sort(firstDueFirst)
      .map((claim) => rowOf(claim, caller, names.get(townshipOf(claim.regionCode)) ?? '')),
  };
});
