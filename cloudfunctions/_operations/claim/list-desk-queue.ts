import type { QueueRow } from '../../../shared/claim/case-view';
import { dueDayOf } from '../../../shared/claim/claim-clocks';
import type { Claim } from '../../../shared/claim/claim.schema';
import { CLAIM_STATE_WORDS, TURNS, type Turn } from '../../../shared/claim/claim-state';
import { deskActionsOf, isOwnHousehold } from '../../../shared/claim/desk-actions';
import { listDeskQueue, QUEUE_PAGE } from '../../../shared/claim/list-desk-queue.contract';
import type { StaffRole } from '../../../shared/identity/role';
import { maskName } from '../../../shared/identity/masking';
import { countyOf, townshipOf } from '../../../shared/region/region.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { holdsRoleOn, type Caller } from '../../_core/caller';
import { operation, type Workshop } from '../../_core/operation';
import { colleagueAt, DESK_ROLES } from './desk-step';

/** One queue: the cases of a county in which it is one colleague's turn. */
interface Queue {
  readonly countyCode: string;
  readonly turn: Turn;
}

/** The caller's roles of the desk, wherever they are held. */
const deskRolesOf = (caller: Caller): StaffRole[] => {
  const held = caller.roles.map(({ role }) => role);
  return DESK_ROLES.filter((role) => held.includes(role));
};

/** Counties on which the caller works at the desk: an insurer serves a county, so its roles are held there. Source: domain R31. */
const countiesOf = (caller: Caller): string[] => [
  ...new Set(
    caller.roles
      .filter((held) => (DESK_ROLES as readonly string[]).includes(held.role))
      .map((held) => countyOf(held.regionCode)),
  ),
];

/** The turns that are the caller's own in a county; of a supervisor or a member of the panel, all. */
const ownTurns = (caller: Caller, countyCode: string): readonly Turn[] => {
  const { roles } = colleagueAt(caller, countyCode);
  if (roles.includes('supervisor') || roles.includes('panelist')) return TURNS;
  return TURNS.filter((turn) => roles.includes(turn));
};

const queuesOf = (caller: Caller, asked: Turn | undefined): Queue[] =>
  countiesOf(caller).flatMap((countyCode) =>
    (asked ? [asked] : ownTurns(caller, countyCode)).map((turn) => ({ countyCode, turn })),
  );

/** Claims of one queue behind a place, and one more than a page: whether another page follows. */
const claimsOf = (
  { read }: Pick<Workshop, 'read'>,
  queue: Queue,
  after: string | undefined,
): Promise<Claim[]> =>
  read.claims.find({
    // A blank sorts before whatever a longer key could go on with.
    where: { ...queue, ...(after === undefined ? {} : { queueKey: { gte: `${after} ` } }) },
    orderBy: [['queueKey', 'asc']],
    limit: QUEUE_PAGE + 1,
  });

const keyOf = ({ queueKey }: Claim): string => queueKey ?? '';

/** More than any household ever held. */
const MOST_POLICIES = 100;

/** The policies of the caller's own household: husband and wife may report under each other's. Source: domain R20. */
const ownPolicyIds = async (
  { read }: Pick<Workshop, 'read'>,
  { householdId }: Caller,
): Promise<ReadonlySet<string>> => {
  const own = await read.policies.find({ where: { householdId }, limit: MOST_POLICIES });
  return new Set(own.map(({ id }) => id));
};

const rowOf = (
  claim: Claim,
  caller: Caller,
  { townshipName, isOwnPolicy }: { townshipName: string; isOwnPolicy: (policyId: string) => boolean },
): QueueRow => {
  const colleague = colleagueAt(caller, claim.regionCode);
  const isTheirTurn = claim.turn !== null && colleague.roles.includes(claim.turn);
  const isOwn = isOwnHousehold(claim, colleague) || claim.policyIds.some(isOwnPolicy);
  const actions = isOwn ? [] : deskActionsOf(claim, colleague);
  return {
    claimId: claim.id,
    claimNumber: claim.number,
    maskedName: maskName(claim.personName),
    kind: claim.kind,
    state: claim.state,
    stateText: CLAIM_STATE_WORDS[claim.state],
    townshipName,
    promise: claim.promise,
    dueDay: dueDayOf(claim) ?? claim.promise.day,
    reportedAt: claim.reportedAt,
    isGreen: claim.greenChannel !== null,
    alarm: claim.alarm,
    // A vote is awaited whoever's turn it is.
    mine: (isTheirTurn && actions.length > 0) || actions.includes('vote'),
    isOwnHousehold: isOwn,
  };
};

/**
 * The cases of the caller's counties that wait for the desk, a page at a time: the green channel first, then what is due
 * first, names masked.
 * Guarantees: pages follow one another without a gap and without a case twice, as long as nothing moves; however many
 * cases a county has, only a page of them is read.
 * Reads: claims by county, turn and place, the caller's own policies, regions. Writes nothing. Source: domain R15, R19.
 */
export const listDeskQueueOperation = operation(listDeskQueue, async (context) => {
  const { input, read, caller, ports } = context;
  const queues = queuesOf(caller, input.turn);
  const [own, ...found] = await Promise.all([
    ownPolicyIds(context, caller),
    ...queues.map((queue) => claimsOf(context, queue, input.after)),
  ]);
  const merged = found.flat().sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const page = merged.slice(0, QUEUE_PAGE);
  const last = page[page.length - 1];
  const claims = page.filter((claim) => holdsRoleOn(caller, claim.regionCode, ...DESK_ROLES));
  const townships = [...new Set(claims.map((claim) => townshipOf(claim.regionCode)))];
  const regions =
    townships.length > 0
      ? await read.regions.find({ where: { id: { in: townships } }, limit: townships.length })
      : [];
  const names = new Map(regions.map((region) => [region.id, region.name]));
  return {
    today: chinaDayOf(ports.clock.now()),
    roles: deskRolesOf(caller),
    rows: claims.map((claim) =>
      rowOf(claim, caller, {
        townshipName: names.get(townshipOf(claim.regionCode)) ?? '',
        isOwnPolicy: (policyId) => own.has(policyId),
      }),
    ),
    next: merged.length > QUEUE_PAGE && last ? keyOf(last) : null,
  };
});
