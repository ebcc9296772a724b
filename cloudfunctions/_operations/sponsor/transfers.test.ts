import type { Plan } from '../../../shared/product/plan.schema';
import type { Roster } from '../../../shared/roster/roster.schema';
import {
  confirmTransfer,
  listSponsoredRosters,
  recordTransfer,
  steerIssuing,
} from '../../../shared/sponsor/transfer.contracts';
import { APPROVER, CASHIER, HANDLER } from '../../../shared/testing/cast';
import { addDays, chinaDayOf } from '../../../shared/time/china-day';
import { hires } from '../../_tools/testing/claims';
import { newFamily, planAt } from '../../_tools/testing/families';
import { acceptedRoster, TREASURY } from '../../_tools/testing/accepted-roster';
import { SECOND_CASHIER } from '../../_tools/testing/rosters';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { sponsorIdOf } from './sponsorship-id';

let stage: Stage;
let plan: Plan;
let today: string;
beforeAll(async () => {
  stage = await setStage();
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  await hires(stage, 'o-other-county', ['cashier'], '350402');
  today = chinaDayOf(stage.cloud.clock.now());
  const { id } = await planAt(stage, newFamily());
  const found = await stage.workshop.read.plans.get(id);
  if (!found) throw new Error('no plan');
  plan = found;
});
afterAll(() => stage.close());

const twoFamilies = (): Promise<Roster> =>
  acceptedRoster(stage.workshop, { plan, families: [newFamily(), newFamily()] });

let lines = 0;
const entryFor = (roster: Roster, changes: Record<string, unknown> = {}) => {
  lines += 1;
  return {
    requestId: requestIdForTest(),
    rosterId: roster.id,
    amountFen: roster.dueFen,
    reference: `2026112200${String(lines).padStart(4, '0')}`,
    receivedDay: today,
    ...changes,
  };
};
const confirmationOf = ({ rosterId, amountFen, reference }: ReturnType<typeof entryFor>) => ({
  requestId: requestIdForTest(),
  rosterId,
  amountFen,
  reference,
});
const record = (input: ReturnType<typeof entryFor>, openid = CASHIER.openid) =>
  stage.callRaw('recordTransfer', input, openid);
const confirm = (input: ReturnType<typeof confirmationOf>, openid = SECOND_CASHIER.openid) =>
  stage.call(confirmTransfer, input, openid);
const refused = (code: string, path?: string) => ({
  ok: false,
  error: { code, ...(path === undefined ? {} : { fields: [{ path }] }) },
});
const ledgerOf = (rosterId: string) =>
  stage.workshop.read.ledger.find({ where: { subject: rosterId }, limit: 10 });

describe('a sponsor`s transfer', () => {
  it('counts once another person has confirmed it, and is booked then', async () => {
    const roster = await twoFamilies();
    const entry = entryFor(roster);
    expect(await record(entry)).toMatchObject({ ok: true });
    expect(await ledgerOf(roster.id)).toEqual([]);
    expect(await confirm(confirmationOf(entry), CASHIER.openid)).toMatchObject(refused('TRANSFER_OWN'));
    expect(await confirm(confirmationOf(entry), APPROVER.openid)).toMatchObject({
      ok: true,
      data: {
        roster: { state: 'funded', transfer: { recordedBy: CASHIER.name, confirmedBy: APPROVER.name } },
      },
    });
    const sponsorId = sponsorIdOf(roster.countyCode, TREASURY);
    expect(await ledgerOf(roster.id)).toMatchObject([
      {
        kind: 'sponsorReceived',
        rows: [
          { account: 'bank', amountFen: 200_00 },
          { account: 'sponsor', amountFen: -200_00, sponsorId },
        ],
      },
    ]);
    const chain = await stage.workshop.read.auditRows.find({ where: { chain: roster.id }, limit: 10 });
    expect(chain.map(({ action }) => action).sort()).toEqual(['roster.funded', 'roster.transfer-recorded']);
  });

  it('is booked once when two people confirm at the same time', async () => {
    const entry = entryFor(await twoFamilies());
    await record(entry);
    const replies = await Promise.all([
      confirm(confirmationOf(entry), APPROVER.openid),
      confirm(confirmationOf(entry), SECOND_CASHIER.openid),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await ledgerOf(entry.rosterId)).toHaveLength(1);
  });

  it('must cover the roster; what is missing is named at the amount', async () => {
    const roster = await twoFamilies();
    const reply = await record(entryFor(roster, { amountFen: 150_00 }));
    expect(reply).toMatchObject(refused('TRANSFER_TOO_LITTLE', 'amountFen'));
    expect(reply).toMatchObject({ error: { message: expect.stringContaining('还差 50.00 元') as string } });
  });

  it('may be more: the difference stays the sponsor`s and is shown', async () => {
    const roster = await twoFamilies();
    const entry = entryFor(roster, { amountFen: 230_00 });
    await record(entry);
    await confirm(confirmationOf(entry));
    const { rosters } = await stage.ask(listSponsoredRosters, {}, CASHIER.openid);
    expect(rosters.find(({ rosterId }) => rosterId === roster.id)).toMatchObject({
      dueFen: 200_00,
      money: { pledgedFen: 200_00, usedFen: 0, restFen: 30_00 },
    });
  });

  it('is put right until it is confirmed; who saw the old figures confirms nothing', async () => {
    const roster = await twoFamilies();
    const wrong = entryFor(roster, { amountFen: 2000_00 });
    await record(wrong);
    const right = entryFor(roster);
    expect(await record(right, SECOND_CASHIER.openid)).toMatchObject({ ok: true });
    expect(await confirm(confirmationOf(wrong), CASHIER.openid)).toMatchObject(refused('TRANSFER_CHANGED'));
    // Who put it right is now who entered it.
    expect(await confirm(confirmationOf(right), SECOND_CASHIER.openid)).toMatchObject(
      refused('TRANSFER_OWN'),
    );
    expect(await confirm(confirmationOf(right), CASHIER.openid)).toMatchObject({ ok: true });
    expect(await record(entryFor(roster))).toMatchObject(refused('TRANSFER_STATE_WRONG'));
  });

  it('never pays for two rosters with one line of the statement', async () => {
    const first = entryFor(await twoFamilies());
    const second = entryFor(await twoFamilies(), { reference: first.reference });
    await record(first);
    await record(second);
    expect(await confirm(confirmationOf(first))).toMatchObject({ ok: true });
    expect(await confirm(confirmationOf(second))).toMatchObject(refused('TRANSFER_USED', 'reference'));
    const third = entryFor(await twoFamilies(), { reference: first.reference });
    expect(await record(third)).toMatchObject(refused('TRANSFER_USED', 'reference'));
  });

  it.each([
    ['a day to come', () => ({ receivedDay: addDays(today, 1) }), 'receivedDay'],
    ['a day years ago', () => ({ receivedDay: addDays(today, -800) }), 'receivedDay'],
    ['a day that does not exist', () => ({ receivedDay: '2026-02-30' }), 'receivedDay'],
    ['no reference', () => ({ reference: ' ' }), 'reference'],
    ['a reference too long', () => ({ reference: '9'.repeat(65) }), 'reference'],
    ['control characters', () => ({ reference: '1234\u0007567' }), 'reference'],
    ['a negative amount', () => ({ amountFen: -1 }), 'amountFen'],
    ['half a fen', () => ({ amountFen: 200_00.5 }), 'amountFen'],
    ['more than any transfer', () => ({ amountFen: 1e12 }), 'amountFen'],
    ['an operator', () => ({ reference: { $ne: '' } }), 'reference'],
  ])('is refused with %s, at its place, and nothing is kept', async (_name, changes, path) => {
    const roster = await twoFamilies();
    const reply = await record(entryFor(roster, changes()));
    expect(reply).toMatchObject({ ok: false, error: { fields: [{ path }] } });
    expect((await stage.workshop.read.rosters.get(roster.id))?.transfer).toBeNull();
  });

  it('takes full-width digits and blanks as they are meant', async () => {
    const roster = await twoFamilies();
    await record(entryFor(roster, { reference: ' ２０２６ 1122-7788 ' }));
    const stored = await stage.workshop.read.rosters.get(roster.id);
    expect(stored?.transfer?.reference).toBe('202611227788');
  });

  it('is no business of other roles, nor of other counties', async () => {
    const roster = await twoFamilies();
    expect(await record(entryFor(roster), HANDLER.openid)).toMatchObject(refused('FORBIDDEN'));
    expect(await record(entryFor(roster), 'o-other-county')).toMatchObject(refused('ROSTER_NOT_FOUND'));
    expect(await record(entryFor(roster), APPROVER.openid)).toMatchObject(refused('FORBIDDEN'));
    const { rosters } = await stage.ask(listSponsoredRosters, {}, 'o-other-county');
    expect(rosters).toEqual([]);
  });

  it('is not confirmed when the roster has grown since', async () => {
    const roster = await twoFamilies();
    const entry = entryFor(roster);
    await record(entry);
    const { read, write } = stage.workshop;
    const stored = await read.rosters.get(roster.id);
    if (!stored) throw new Error('no roster');
    await write((tx) => tx.rosters.put({ ...stored, dueFen: 300_00 }));
    expect(await confirm(confirmationOf(entry))).toMatchObject(refused('TRANSFER_TOO_LITTLE', 'amountFen'));
  });

  it('comes before issuing', async () => {
    const roster = await twoFamilies();
    const start = { requestId: requestIdForTest(), rosterId: roster.id, to: 'issuing' as const };
    expect(await stage.call(steerIssuing, start, CASHIER.openid)).toMatchObject(
      refused('ROSTER_STATE_WRONG'),
    );
    const unentered = {
      requestId: requestIdForTest(),
      rosterId: roster.id,
      amountFen: 200_00,
      reference: '1234',
    };
    expect(await confirm(unentered)).toMatchObject(refused('TRANSFER_STATE_WRONG'));
    expect(recordTransfer.errors).toContain('TRANSFER_STATE_WRONG');
  });
});
