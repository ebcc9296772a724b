import { checkRoster, decideRoster, getRoster, uploadRoster } from '../../../shared/roster/roster.contracts';
import { WANG } from '../../../shared/testing/cast';
import { planAt } from '../../_tools/testing/families';
import { family, MANAGER, RosterOffice } from '../../_tools/testing/roster-office';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { inventedPeople, rosterWorkbook } from '../../_tools/testing/workbooks';
import { checkRosters } from './check-rosters';
import { continueCheck } from './continue-check';

let stage: Stage;
let office: RosterOffice;
beforeAll(async () => {
  stage = await setStage();
  office = new RosterOffice(stage, await planAt(stage, WANG));
});
afterAll(() => stage.close());

describe('again, at once, and broken off', () => {
  it('the same file is the same roster, and a repeated request gets its first answer', async () => {
    const bytes = await rosterWorkbook(family());
    const input = office.inputFor(await office.put(bytes));
    const first = await stage.ask(uploadRoster, input, MANAGER);
    expect(first.isNew).toBe(true);
    expect(await stage.ask(uploadRoster, input, MANAGER)).toEqual(first);
    const again = await office.upload(bytes, { fileName: '另一个名字.xlsx' });
    expect(again).toEqual({ roster: first.roster, isNew: false });
  });

  it('two uploads at once end in one roster', async () => {
    const bytes = await rosterWorkbook(family());
    const both = await Promise.all([office.upload(bytes), office.upload(bytes)]);
    expect(new Set(both.map(({ roster }) => roster.id)).size).toBe(1);
    expect(both.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it('a refused roster may come again and is checked anew', async () => {
    const people = family();
    const { roster } = await office.checked(people);
    const refuse = { rosterId: roster.id, decision: 'refuse', requestId: requestIdForTest() } as const;
    expect((await stage.ask(decideRoster, refuse, MANAGER)).roster.state).toBe('refused');
    const again = await office.upload(await rosterWorkbook(people));
    expect(again).toMatchObject({ isNew: true, roster: { id: roster.id, state: 'checking', rowsDone: 0 } });
    await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    const after = await office.stored(roster.id);
    expect([after.state, after.counts.goodHouseholds, after.batchCount]).toEqual(['checked', 1, 1]);
  });

  it('a check may be given up; what is under way then stores nothing more', async () => {
    const { roster } = await office.upload(await rosterWorkbook([...inventedPeople(400)]), {
      sponsor: { kind: 'donor', name: '红十字会' },
    });
    await continueCheck(stage.workshop, roster.id, 0);
    const refuse = { rosterId: roster.id, decision: 'refuse', requestId: requestIdForTest() } as const;
    await stage.ask(decideRoster, refuse, MANAGER);
    await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    expect(await office.stored(roster.id)).toMatchObject({
      state: 'refused',
      fileId: null,
      nextCheckAt: null,
      progress: { rowsDone: 900 },
    });
  });

  it('a check in slices, with two at work, ends as one in a single run', async () => {
    const bytes = await rosterWorkbook([...inventedPeople(700)]);
    const sponsor = { kind: 'donor', name: '慈善总会' } as const;
    const { roster } = await office.upload(bytes, { sponsor });
    // No time at all: each call does one group and gives the rest back.
    const first = await continueCheck(stage.workshop, roster.id, 0);
    expect(first).toMatchObject({ state: 'checking', progress: { rowsDone: 900, rowsTotal: 2100 } });
    expect((await stage.ask(getRoster, { rosterId: roster.id }, MANAGER)).isAttended).toBe(false);
    await Promise.all([1, 2, 3].map(() => continueCheck(stage.workshop, roster.id, 0)));
    await checkRosters(stage.workshop);
    const done = await office.stored(roster.id);
    expect(done).toMatchObject({ state: 'checked', progress: { rowsDone: 2100 } });
    expect(done.counts).toMatchObject({ households: 700, goodHouseholds: 700, goodPeople: 2100, faults: 0 });
    const numbers = (await office.batchesOf(done)).flatMap(({ households }) =>
      households.map(({ number }) => number),
    );
    expect(numbers).toHaveLength(700);
    expect(new Set(numbers).size).toBe(700);
    expect(done.dueFen).toBe(700 * office.plan.priceFen);
  });

  it('a check that died is taken up by the timer once its lease is over, not before', async () => {
    const { roster } = await office.upload(await rosterWorkbook(family()));
    const at = stage.workshop.ports.clock.now();
    const died = { ...(await office.stored(roster.id)), nextCheckAt: at + 30_000 };
    await stage.workshop.write((tx) => tx.rosters.put(died));
    await checkRosters(stage.workshop);
    expect((await office.stored(roster.id)).state).toBe('checking');
    await stage.workshop.write((tx) => tx.rosters.put({ ...died, nextCheckAt: at - 1 }));
    await checkRosters(stage.workshop);
    expect((await office.stored(roster.id)).state).toBe('checked');
  });
});
