import { checkFamily } from '../../../shared/household/eligibility';
import type { Member } from '../../../shared/household/member.schema';
import {
  BATCH_HOUSEHOLDS,
  rosterBatchId,
  type Roster,
  type RosterBatch,
  type RosterHousehold,
  type Sponsor,
} from '../../../shared/roster/roster.schema';
import { premiumOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { PLACE, type CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf } from '../../../shared/time/china-day';
import { sumOf } from '../../../shared/money/fen';
import { deriveId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import { personKeyOf } from '../../_operations/policy/person-key';

/** The county's treasury. */
export const TREASURY: Sponsor = { kind: 'government', name: '明溪县财政局' };

export interface AcceptedRoster {
  readonly families: readonly Pick<CastHousehold, 'members' | 'phone'>[];
  readonly plan: Plan;
  readonly sponsor?: Sponsor;
  /** Of each household's premium; all of it unless told. */
  readonly shareFen?: number;
  readonly perBatch?: number;
}

const householdOf = (
  { vault, ports }: Workshop,
  { plan, shareFen }: AcceptedRoster,
  family: AcceptedRoster['families'][number],
  position: number,
): RosterHousehold => {
  const startDay = addDays(chinaDayOf(ports.clock.now()), 1);
  const { members } = checkFamily(family.members, startDay, plan, new Set());
  const premiumFen = premiumOf(plan, members.length, 1);
  return {
    number: String(position + 1),
    row: position * 3 + 2,
    regionCode: PLACE.village,
    group: null,
    phone: family.phone,
    members: [...members],
    headKey: personKeyOf(vault, members[0]?.idNumber ?? ''),
    premiumFen,
    shareFen: shareFen ?? premiumFen,
  };
};

/** Stores a roster as it stands once its check was accepted. */
export const acceptedRoster = async (workshop: Workshop, asked: AcceptedRoster): Promise<Roster> => {
  const { plan, families, sponsor = TREASURY, perBatch = BATCH_HOUSEHOLDS } = asked;
  const now = workshop.ports.clock.now();
  const households = families.map((family, position) => householdOf(workshop, asked, family, position));
  const id = deriveId('ros', workshop.ports.randomBytes(8).toString('hex'));
  const batches: RosterBatch[] = [];
  for (let at = 0; at < households.length; at += perBatch) {
    const some = households.slice(at, at + perBatch);
    const number = batches.length + 1;
    const people = some.flatMap(({ members }): Member[] => members);
    batches.push({
      id: rosterBatchId(id, number),
      rosterId: id,
      number,
      open: true,
      personKeys: people.map(({ idNumber }) => personKeyOf(workshop.vault, idNumber)),
      households: some,
      outcomes: some.map(() => null),
    });
  }
  const people = sumOf(households.map(({ members }) => members.length));
  const roster: Roster = {
    id,
    countyCode: plan.regionCode,
    planId: plan.id,
    planVersion: plan.version,
    line: plan.line,
    year: plan.year,
    sponsor,
    shareFen: asked.shareFen ?? plan.priceFen,
    campaignStartDay: null,
    isFullGift: asked.shareFen === undefined || asked.shareFen >= plan.priceFen,
    fileName: '2026年应保尽保名单.xlsx',
    fileSha256: '0'.repeat(64),
    fileId: null,
    uploadedBy: { staffId: 'stf_x', name: '林国栋' },
    uploadedAt: now,
    state: 'accepted',
    nextCheckAt: null,
    progress: { rowsDone: people, rowsTotal: people, householdsDone: households.length, at: now },
    counts: {
      rows: people,
      households: households.length,
      goodHouseholds: households.length,
      goodPeople: people,
      faultyRows: 0,
      faults: 0,
      insuredAlready: 0,
      doubleSubsidies: 0,
    },
    batchCount: batches.length,
    faultBatchCount: 0,
    premiumFen: sumOf(households.map(({ premiumFen }) => premiumFen)),
    dueFen: sumOf(households.map(({ shareFen }) => shareFen)),
    faultsFileId: null,
    decidedBy: { staffId: 'stf_x', name: '林国栋' },
    decidedAt: now,
    transfer: null,
    issuing: { doneBatches: 0, issued: 0, pledged: 0, skipped: 0 },
    money: { pledgedFen: 0, usedFen: 0, returnedFen: 0 },
  };
  for (const batch of batches) await workshop.write((tx) => tx.rosterBatches.create(batch));
  await workshop.write((tx) => tx.rosters.create(roster));
  return roster;
};
