import { AppError } from '../../../shared/errors/app-error';
import { coverStartDay } from '../../../shared/policy/cover-period';
import type { Plan } from '../../../shared/product/plan.schema';
import type { RosterHeader } from '../../../shared/roster/columns';
import type { RosterRow } from '../../../shared/roster/read-row';
import { moveRoster, type Roster } from '../../../shared/roster/roster.schema';
import { gatherHouseholds, type RosterSurvey } from '../../../shared/roster/survey';
import { villagesOf, type Villages } from '../../../shared/roster/villages';
import { appendAudit } from '../../_core/audit';
import type { Workshop } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { checkGroup, type GroupRules } from './check-group';
import { writeFaults } from './faults-workbook';
import { inPieces } from './people-held';
import { findRoster, rosterRows, surveyOf, type RosterSheet } from './roster-file';
import { lookAgain } from './second-look';
import { CHECK_LEASE_MS, storeGroup } from './store-group';

/** People looked at between two writes: their covers are one read. */
const PEOPLE_IN_GROUP = 900;
/** Who acts when a check ends. */
const CHECKER = 'check-rosters';

/** Takes the check over from nobody, or from one who has died. Answers the roster as it is otherwise. */
const claim = (
  workshop: Workshop,
  rosterId: string,
): Promise<{ roster: Roster | undefined; isMine: boolean }> => {
  const at = workshop.ports.clock.now();
  return workshop.write(async (tx) => {
    const roster = await tx.rosters.get(rosterId);
    if (roster?.state !== 'checking' || roster.nextCheckAt === null || roster.nextCheckAt > at)
      return { roster, isMine: false };
    const claimed = { ...roster, nextCheckAt: at + CHECK_LEASE_MS };
    await tx.rosters.put(claimed);
    return { roster: claimed, isMine: true };
  });
};

/** Townships and villages of a county. */
const villagesIn = async ({ read }: Workshop, countyCode: string): Promise<Villages> => {
  const townships = await read.regions.find({ where: { parentCode: countyCode }, limit: 100 });
  const villages = [];
  // A county has some hundred villages; ten townships stay below the rows of one answer.
  for (const some of inPieces(townships, 10)) {
    const parents = some.map(({ id }) => id);
    villages.push(...(await read.regions.find({ where: { parentCode: { in: parents } }, limit: 1000 })));
  }
  return villagesOf([...townships, ...villages]);
};

/** Households of a file that were not looked at yet, in groups. */
async function* groupsFrom(
  sheet: RosterSheet,
  survey: RosterSurvey,
  householdsDone: number,
): AsyncGenerator<readonly (readonly RosterRow[])[]> {
  const gather = gatherHouseholds(survey);
  let seen = 0;
  let group: (readonly RosterRow[])[] = [];
  let people = 0;
  for await (const rows of rosterRows(sheet)) {
    for (const row of rows) {
      const household = gather(row);
      if (!household) continue;
      seen += 1;
      if (seen <= householdsDone) continue;
      group.push(household);
      people += household.length;
      if (people >= PEOPLE_IN_GROUP) {
        yield group;
        group = [];
        people = 0;
      }
    }
  }
  if (group.length > 0) yield group;
}

/** Everything was looked at: the workbook of faults is written, and the roster waits for its decision. */
const finish = async (
  workshop: Workshop,
  looked: Roster,
  given: { readonly plan: Plan; readonly header: RosterHeader },
): Promise<Roster> => {
  const roster = await lookAgain(workshop, looked, given);
  const faultsFileId = roster.counts.faults > 0 ? await writeFaults(workshop, roster) : null;
  const at = workshop.ports.clock.now();
  return workshop.write(async (tx) => {
    const now = await tx.rosters.get(roster.id);
    if (now?.state !== 'checking' || now.uploadedAt !== roster.uploadedAt) return now ?? roster;
    const checked = moveRoster(now, 'checked', { faultsFileId, nextCheckAt: null });
    await tx.rosters.put(checked);
    await appendAudit(tx, { action: 'roster.checked', record: checked, actor: CHECKER, at });
    return checked;
  });
};

/** Gives a check back before its lease ends, so that the next call goes on at once. */
const release = (workshop: Workshop, roster: Roster): Promise<Roster> =>
  workshop.write(async (tx) => {
    const now = await tx.rosters.get(roster.id);
    if (now?.state !== 'checking' || now.progress.householdsDone !== roster.progress.householdsDone) {
      return now ?? roster;
    }
    const free = { ...now, nextCheckAt: workshop.ports.clock.now() };
    await tx.rosters.put(free);
    return free;
  });

const checkFrom = async (
  workshop: Workshop,
  claimed: Roster,
  bytes: AsyncIterable<Uint8Array>,
  until: number,
): Promise<Roster> => {
  const { ports } = workshop;
  const plan = await planOf(workshop, claimed.planId);
  const file = await ports.spreadsheets.open(bytes);
  try {
    const sheet = await findRoster(file, claimed.sponsor.kind);
    const survey = await surveyOf(sheet);
    const given: GroupRules = {
      roster: claimed,
      plan,
      rules: {
        header: sheet.header,
        limits: plan,
        startDay: coverStartDay(ports.clock.now(), claimed.campaignStartDay ?? undefined),
        villages: await villagesIn(workshop, claimed.countyCode),
        wantsGroup: claimed.sponsor.kind === 'government',
        repeated: survey.repeated,
      },
    };
    let roster = claimed;
    for await (const group of groupsFrom(sheet, survey, roster.progress.householdsDone)) {
      const checked = await checkGroup(workshop, group, given);
      const stored = await workshop.write(storeGroup(roster, checked, ports.clock.now()));
      if (!stored) return (await workshop.read.rosters.get(roster.id)) ?? roster;
      roster = stored;
      if (ports.clock.now() >= until) return await release(workshop, roster);
    }
    return await finish(workshop, roster, { plan, header: sheet.header });
  } finally {
    await file.close();
  }
};

/**
 * Goes on with a roster's check until it is done or the time is up. The file is read as a stream, twice: once for what
 * stands twice in it, once household by household.
 * Guarantees: each group of households is stored with the progress in one transaction, so a check that dies goes on
 * where it was, and of two at once only one gets on; nothing is decided or insured here.
 * Reads and writes: rosters, plans, regions, person covers, policies, sponsorships, roster batches, roster faults, audit;
 * file storage. Source: domain R5, R11. Throws ROSTER_FILE_MISSING.
 *
 * @param milliseconds for how long new groups are begun.
 * @returns undefined when there is no such roster.
 */
export const continueCheck = async (
  workshop: Workshop,
  rosterId: string,
  milliseconds: number,
): Promise<Roster | undefined> => {
  const until = workshop.ports.clock.now() + milliseconds;
  const { roster, isMine } = await claim(workshop, rosterId);
  if (!roster || !isMine) return roster;
  const bytes = roster.fileId === null ? undefined : await workshop.ports.files.stream(roster.fileId);
  if (!bytes) throw new AppError('ROSTER_FILE_MISSING');
  return checkFrom(workshop, roster, bytes, until);
};
