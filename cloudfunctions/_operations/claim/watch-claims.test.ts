import type { Claim } from '../../../shared/claim/claim.schema';
import type { ClaimState } from '../../../shared/claim/claim-state';
import { APPROVER, CASHIER, HANDLER, SECOND_HANDLER, SUPERVISOR } from '../../../shared/testing/cast';
import { SAMPLE_CLAIM } from '../../../shared/testing/sample-claim';
import { SAMPLE_POLICY } from '../../../shared/testing/sample-policy';
import { DAY_MS, instantAt } from '../../../shared/time/china-day';
import { deriveId, deriveSecretId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import { workshopOf } from '../../_core/serve';
import { hires } from '../../_tools/testing/claims';
import { claimIdForTest, storedClaim } from '../../_tools/testing/stored-claims';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { watchClaims } from './watch-claims';

/** A Monday. */
const START = instantAt('2026-06-08', '08:00');
const ELSEWHERE = 'o-handler-elsewhere';
const NOTHING = { warned: 0, escalated: 0, advanceDue: 0, closed: 0, passed: 0, failed: 0 };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ now: START });
  await hires(stage, ELSEWHERE, ['handler', 'supervisor'], '350424');
});
afterAll(() => stage.close());

const moveTo = (day: string, time = '09:00'): Promise<number> =>
  stage.cloud.clock.moveTo(instantAt(day, time));

const stored = (states: readonly ClaimState[], changes: Partial<Claim> = {}): Promise<string> =>
  storedClaim(stage, states, changes);
/** The claim that the first tests go on with. */
const FIRST = claimIdForTest(1);
const now = async (id: string): Promise<Claim> => {
  const claim = await stage.workshop.read.claims.get(id);
  if (!claim) throw new Error('no claim');
  return claim;
};
/** What somebody was told of a case, oldest first. */
const toldTo = async (openid: string, id: string): Promise<string[]> => {
  const found = await stage.workshop.read.messages.find({
    where: { openid },
    orderBy: [['createdAt', 'asc']],
    limit: 100,
  });
  return found.filter(({ page }) => page.endsWith(`claimId=${id}`)).map(({ title }) => title);
};
const actionsOn = async (id: string): Promise<string[]> => {
  const rows = await stage.workshop.read.auditRows.find({
    where: { chain: id },
    orderBy: [['sequence', 'asc']],
    limit: 20,
  });
  return rows.map(({ action, actor }) => `${action} by ${actor === 'watch-claims' ? 'the clock' : 'others'}`);
};

describe('the clock at the desk', () => {
  it('warns whoever has the case on the working day before its date, once, whatever runs meet', async () => {
    await moveTo('2026-06-08');
    const id = await stored(['accepted', 'registered']);
    await moveTo('2026-06-10', '07:59');
    expect(await watchClaims(stage.workshop)).toEqual(NOTHING);
    await moveTo('2026-06-10', '08:00');
    const runs = await Promise.all([watchClaims(stage.workshop), watchClaims(stage.workshop)]);
    expect(runs.map(({ warned }) => warned).sort()).toEqual([0, 1]);
    expect(await watchClaims(stage.workshop)).toEqual(NOTHING);

    expect(await toldTo(HANDLER.openid, id)).toEqual(['有案件快到期']);
    for (const { openid } of [SECOND_HANDLER, APPROVER, SUPERVISOR, CASHIER]) {
      expect(await toldTo(openid, id)).toEqual([]);
    }
    const claim = await now(id);
    // The version stays: what the handler is typing is not outdated by an alarm.
    expect(claim).toMatchObject({
      alarm: 'warned',
      version: 1,
      nextLookAt: instantAt('2026-06-12', '08:00'),
    });
    expect(await actionsOn(id)).toEqual(['claim.reported by others', 'claim.warned by the clock']);
  });

  it('tells a case that opens at the desk, without a name', async () => {
    const [message] = await stage.workshop.read.messages.find({
      where: { openid: HANDLER.openid },
      limit: 1,
    });
    expect(message).toMatchObject({ kind: 'caseDue', delivery: 'none' });
    expect(message?.page).toMatch(/^packages\/desk\/pages\/case\/case\?claimId=clm_/);
    expect(message?.body).toContain('6月11日（周四）');
    expect(JSON.stringify(message)).not.toContain(SAMPLE_CLAIM.personName);
  });

  it('tells the supervisors too when the date has passed, and nobody of another county', async () => {
    await moveTo('2026-06-12');
    expect(await watchClaims(stage.workshop)).toEqual({ ...NOTHING, escalated: 1 });
    expect(await toldTo(HANDLER.openid, FIRST)).toEqual(['有案件快到期', '有案件过期了']);
    expect(await toldTo(SUPERVISOR.openid, FIRST)).toEqual(['有案件过期了']);
    for (const openid of [ELSEWHERE, SECOND_HANDLER.openid, CASHIER.openid]) {
      expect(await toldTo(openid, FIRST)).toEqual([]);
    }
  });

  it('asks for the certain part before day 60', async () => {
    await moveTo('2026-08-02');
    expect(await watchClaims(stage.workshop)).toEqual({ ...NOTHING, advanceDue: 1 });
    expect((await toldTo(SUPERVISOR.openid, FIRST)).pop()).toBe('有案件要先付确定的部分');
    expect(await now(FIRST)).toMatchObject({ alarm: 'advanceDue', nextLookAt: null });
  });

  it('tells every handler of a report that nobody registered, but not the household`s own, nor whose policy pays', async () => {
    await moveTo('2026-08-03');
    const householdId = deriveSecretId(stage.workshop.vault, 'hh', SECOND_HANDLER.openid);
    const policy = { ...SAMPLE_POLICY, id: deriveId('pol', 'own'), householdId };
    await stage.workshop.write((tx) => tx.policies.create(policy));
    const [id, own] = [await stored([]), await stored([], { householdId })];
    const paid = await stored([], { policyIds: [policy.id] });
    await moveTo('2026-08-04');
    expect(await watchClaims(stage.workshop)).toEqual({ ...NOTHING, warned: 3 });
    expect(await toldTo(HANDLER.openid, paid)).toEqual(['有案件快到期']);
    expect(await toldTo(SECOND_HANDLER.openid, paid)).toEqual([]);
    expect(await toldTo(HANDLER.openid, id)).toEqual(['有案件快到期']);
    expect(await toldTo(SECOND_HANDLER.openid, id)).toEqual(['有案件快到期']);
    expect(await toldTo(HANDLER.openid, own)).toEqual(['有案件快到期']);
    expect(await toldTo(SECOND_HANDLER.openid, own)).toEqual([]);
  });

  it('tells the approvers and the cashiers of what waits for them', async () => {
    await moveTo('2026-08-10');
    const [assessed, agreed] = [await stored(['assessed']), await stored(['agreed'])];
    await moveTo('2026-08-12');
    await watchClaims(stage.workshop);
    expect(await toldTo(APPROVER.openid, assessed)).toEqual(['有案件快到期']);
    expect(await toldTo(HANDLER.openid, assessed)).toEqual([]);
    expect(await toldTo(CASHIER.openid, agreed)).toEqual([]);
    await moveTo('2026-08-19');
    await watchClaims(stage.workshop);
    expect(await toldTo(CASHIER.openid, agreed)).toEqual(['有案件快到期']);
  });

  it('says after a week without a run what holds then, and nothing that is past', async () => {
    await moveTo('2026-08-24');
    const id = await stored(['accepted', 'registered']);
    await moveTo('2026-09-04');
    await watchClaims(stage.workshop);
    expect(await toldTo(HANDLER.openid, id)).toEqual(['有案件过期了']);
  });

  it.each(['papersAsked', 'approved'] as const)(
    'reminds a family that is silent while a case is %s, and has it called later; nobody at the desk is late',
    async (state) => {
      const start = await stage.cloud.clock.advance(0);
      const openid = `o-silent-${state}`;
      const pauses = [{ from: start, until: null, reason: '等您补发票' }];
      const id = await stored(['accepted', 'registered', state], {
        openid,
        ...(state === 'papersAsked' ? { pauses } : {}),
      });
      await stage.cloud.clock.advance(4 * DAY_MS);
      await watchClaims(stage.workshop);
      await watchClaims(stage.workshop);
      expect(await toldTo(openid, id)).toHaveLength(1);
      expect(await toldTo(SUPERVISOR.openid, id)).toEqual([]);
      await stage.cloud.clock.advance(7 * DAY_MS);
      await watchClaims(stage.workshop);
      expect(await toldTo(openid, id)).toHaveLength(2);
      expect(await toldTo(SUPERVISOR.openid, id)).toHaveLength(1);
      expect(await toldTo(HANDLER.openid, id)).toEqual([]);
      expect((await now(id)).nextLookAt).toBeNull();
    },
  );

  it('tries again what could not be written, and goes on with the others', async () => {
    await moveTo('2026-11-20');
    await watchClaims(stage.workshop);
    await moveTo('2026-11-23');
    const [broken, whole] = [await stored(['registered']), await stored(['registered'])];
    await moveTo('2026-11-25');
    const { ports, vault } = stage.workshop;
    const failing: Workshop = workshopOf({
      vault,
      ports: {
        ...ports,
        database: {
          get: (...args) => ports.database.get(...args),
          find: (...args) => ports.database.find(...args),
          transaction: (work) =>
            ports.database.transaction((tx) =>
              work({
                get: (...args) => tx.get(...args),
                create: (...args) => tx.create(...args),
                put: (collection, document) => {
                  if (document._id === broken) throw new Error('the database is away');
                  return tx.put(collection, document);
                },
              }),
            ),
        },
      },
    });
    expect(await watchClaims(failing)).toEqual({ ...NOTHING, warned: 1, failed: 1 });
    expect(await toldTo(HANDLER.openid, whole)).toHaveLength(1);
    expect(await toldTo(HANDLER.openid, broken)).toEqual([]);
    expect(await watchClaims(stage.workshop)).toEqual({ ...NOTHING, warned: 1 });
    expect(await toldTo(HANDLER.openid, broken)).toHaveLength(1);
  });
});

describe('a settled claim', () => {
  it.each(['paid', 'refused'] as const)('is closed 30 days after it was %s, by the clock', async (state) => {
    const id = await stored(['registered', state]);
    const at = (await now(id)).steps.slice(-1)[0]?.at ?? 0;
    await stage.cloud.clock.moveTo(at + 30 * DAY_MS - 60_000);
    expect((await watchClaims(stage.workshop)).closed).toBe(0);
    await stage.cloud.clock.moveTo(at + 30 * DAY_MS);
    expect((await watchClaims(stage.workshop)).closed).toBe(1);
    const claim = await now(id);
    expect(claim).toMatchObject({ state: 'closed', nextLookAt: null, queueKey: null });
    expect(claim.steps.pop()).toMatchObject({ state: 'closed', by: { role: 'timer', staffId: null } });
    expect((await actionsOn(id)).pop()).toBe('claim.closed by the clock');
    expect((await watchClaims(stage.workshop)).closed).toBe(0);
  });
});
