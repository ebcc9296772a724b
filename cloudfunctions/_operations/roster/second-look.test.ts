import { randomBytes } from 'node:crypto';
import { getRoster, uploadRoster } from '../../../shared/roster/roster.contracts';
import { COUNTY_MANAGER } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { sumOf } from '../../../shared/money/fen';
import type { Workshop } from '../../_core/operation';
import { workshopOf } from '../../_core/serve';
import { newFamily, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { rosterWorkbook, type RosterPerson } from '../../_tools/testing/workbooks';
import { continueCheck } from './continue-check';

/** Two rosters that name the same household and are checked at the same time. */

const MANAGER = COUNTY_MANAGER.openid;
const LONG_MS = 60_000;

let stage: Stage;
let plan: { id: string; priceFen: number };
beforeAll(async () => {
  stage = await setStage();
  plan = await planAt(stage, newFamily());
});
afterAll(() => stage.close());

let people = 0;
const person = (): RosterPerson => {
  people += 1;
  return {
    household: `户${String(people)}`,
    name: '罗大海',
    idNumber: idNumberFor('1985-01-02', people * 2 + 1, '350424'),
  };
};
const uploaded = async (rows: readonly RosterPerson[], sponsor: string): Promise<string> => {
  const name = `${randomBytes(6).toString('hex')}.xlsx`;
  const input = {
    fileId: await stage.upload(name, await rosterWorkbook(rows), MANAGER, 'rosters-inbox'),
    fileName: name,
    planId: plan.id,
    sponsor: { kind: 'government', name: sponsor } as const,
    shareFen: plan.priceFen,
    campaignStartDay: null,
    requestId: requestIdForTest(),
  };
  return (await stage.ask(uploadRoster, input, MANAGER)).roster.id;
};
const shown = (rosterId: string) => stage.ask(getRoster, { rosterId }, MANAGER);

/** A workshop in which something else happens between a check's look at the others and its own first record. */
const workshopWith = (between: () => Promise<unknown>): Workshop => {
  const { ports, vault } = stage.workshop;
  let transactions = 0;
  const database: Workshop['ports']['database'] = {
    get: ports.database.get,
    find: ports.database.find,
    transaction: async (work) => {
      transactions += 1;
      // The first takes the check over, the second stores what was found.
      if (transactions === 2) await between();
      return ports.database.transaction(work);
    },
  };
  return workshopOf({ ports: { ...ports, database }, vault });
};

it.each(['the one that came first', 'the one that came last'])(
  'the household is kept by one of them when %s is overtaken, and the money counted once',
  async (overtaken) => {
    const both = person();
    const first = await uploaded([both, person()], '明溪县财政局');
    const last = await uploaded([person(), both, person()], '城关乡人民政府');
    const [slow, fast] = overtaken.endsWith('first') ? [first, last] : [last, first];
    await continueCheck(
      workshopWith(() => continueCheck(stage.workshop, fast, LONG_MS)),
      slow,
      LONG_MS,
    );
    const [kept, gaveWay] = [await shown(fast), await shown(slow)];
    expect(kept.roster).toMatchObject({ state: 'checked', counts: { doubleSubsidies: 0, faults: 0 } });
    expect(gaveWay.roster).toMatchObject({
      state: 'checked',
      counts: {
        goodHouseholds: gaveWay.roster.counts.households - 1,
        goodPeople: gaveWay.roster.counts.households - 1,
        doubleSubsidies: 1,
        faultyRows: 1,
        faults: 1,
      },
      dueFen: (gaveWay.roster.counts.households - 1) * plan.priceFen,
    });
    expect(gaveWay.faults).toMatchObject([
      {
        column: 'A 户编号',
        value: both.household,
        reason: expect.stringContaining('不能重复补助') as string,
      },
    ]);
    const batches = await stage.workshop.read.rosterBatches.find({ where: { rosterId: slow }, limit: 10 });
    const households = batches.flatMap((batch) => batch.households);
    expect(households.map(({ number }) => number)).not.toContain(both.household);
    expect(sumOf(households.map(({ shareFen }) => shareFen))).toBe(gaveWay.roster.dueFen);
    expect(batches.map(({ personKeys, outcomes }) => [personKeys.length, outcomes.length])).toEqual(
      batches.map((batch) => [batch.households.length, batch.households.length]),
    );
  },
);
