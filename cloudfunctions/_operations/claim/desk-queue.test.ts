import type { InputOf, OutputOf } from '../../../shared/contract/contract';
import type { Claim } from '../../../shared/claim/claim.schema';
import { listDeskQueue } from '../../../shared/claim/list-desk-queue.contract';
import { markGreenChannel } from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import {
  APPROVER,
  HANDLER,
  PANELISTS,
  PLACE,
  SECOND_HANDLER,
  SUPERVISOR,
  WANG,
  ZHANG,
} from '../../../shared/testing/cast';
import { addDays, chinaDayOf } from '../../../shared/time/china-day';
import { deriveId, deriveSecretId } from '../../_core/ids';
import { coveredFamilies, filedClaim, hires, payeeOf, registeredCase } from '../../_tools/testing/claims';
import { acceptedRoster } from '../../_tools/testing/accepted-roster';
import { planAt } from '../../_tools/testing/families';
import { storedClaim } from '../../_tools/testing/stored-claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { greenChannelAtFiling } from './green-channel-at-filing';

const NEIGHBOUR = '350424';
const BOTH_COUNTIES = 'o-handler-of-two-counties';
const ALONE = 'o-handler-of-the-neighbour';

let stage: Stage;
let policyId: string;
beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG);
  await hires(stage, ALONE, ['handler'], NEIGHBOUR);
  await stage.workshop.write((tx) =>
    tx.staff.put({
      id: deriveSecretId(stage.workshop.vault, 'stf', BOTH_COUNTIES),
      name: '同事',
      openid: BOTH_COUNTIES,
      phone: '13860709999',
      grants: [PLACE.county, NEIGHBOUR].map((regionCode) => ({
        role: 'handler',
        regionCode,
        since: 0,
        until: null,
        limitFen: null,
      })),
    }),
  );
});
afterAll(() => stage.close());

type QueuePage = OutputOf<typeof listDeskQueue>;
/** All pages of somebody's queue, each as it came. */
const pagesFor = async (openid: string, input: InputOf<typeof listDeskQueue> = {}): Promise<QueuePage[]> => {
  const pages: QueuePage[] = [];
  let after: string | undefined;
  do {
    const page = await stage.ask(listDeskQueue, { ...input, ...(after ? { after } : {}) }, openid);
    pages.push(page);
    after = page.next ?? undefined;
  } while (after !== undefined);
  return pages;
};
const rowsFor = async (openid: string, input: InputOf<typeof listDeskQueue> = {}) =>
  (await pagesFor(openid, input)).flatMap(({ rows }) => rows);
const idsFor = async (openid: string, input: InputOf<typeof listDeskQueue> = {}) =>
  (await rowsFor(openid, input)).map(({ claimId }) => claimId);

describe('the queue of the desk', () => {
  it('comes in pages, the green channel first, then what is due first, over all counties of the caller', async () => {
    const at = stage.cloud.clock.now();
    const made: string[] = [];
    for (let number = 0; number < 120; number += 1) {
      const place = number % 3 === 0 ? NEIGHBOUR : PLACE.county;
      const changes: Partial<Claim> = {
        countyCode: place,
        regionCode: `${place}200201`,
        complexity: number % 4 === 0 ? 'disputed' : 'clear',
        greenChannel: number % 10 === 7 ? { reason: '病情很重', staffId: 'stf_x' } : null,
        clockFrom: at + ((number * 7) % 13) * 86_400_000,
        reportedAt: at + number,
      };
      made.push(await storedClaim(stage, ['accepted'], changes));
    }
    const pages = await pagesFor(BOTH_COUNTIES);
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20]);
    const rows = pages.flatMap((page) => page.rows);
    expect(rows.map(({ claimId }) => claimId).sort()).toEqual([...made].sort());
    const keys = rows.map(
      ({ isGreen, dueDay, reportedAt }) => `${isGreen ? '0' : '1'} ${dueDay} ${reportedAt}`,
    );
    expect(keys).toEqual([...keys].sort());
    expect(rows.filter(({ isGreen }) => isGreen)).toHaveLength(12);
    expect(rows.every(({ maskedName, alarm }) => maskedName === '王*国' && alarm === 'none')).toBe(true);

    const [own, others] = [await idsFor(HANDLER.openid), await idsFor(ALONE)];
    expect([own.length, others.length]).toEqual([80, 40]);
    expect([...own, ...others].sort()).toEqual([...made].sort());
  });

  it('is whose turn it is, and another`s when that is asked for', async () => {
    const assessed = await storedClaim(stage, ['assessed']);
    const agreed = await storedClaim(stage, ['agreed']);
    const waiting = await storedClaim(stage, ['papersAsked']);
    const rowOf = async (openid: string, id: string, input: InputOf<typeof listDeskQueue> = {}) =>
      (await rowsFor(openid, input)).find(({ claimId }) => claimId === id);
    expect(await rowOf(HANDLER.openid, assessed)).toBeUndefined();
    expect(await rowOf(HANDLER.openid, assessed, { turn: 'approver' })).toMatchObject({ mine: false });
    expect(await rowOf(APPROVER.openid, assessed)).toMatchObject({ mine: true, state: 'assessed' });
    for (const openid of [SUPERVISOR.openid, PANELISTS[0]?.openid ?? '']) {
      const ids = await idsFor(openid);
      expect(ids).toEqual(expect.arrayContaining([assessed, agreed]));
      expect(ids).not.toContain(waiting);
    }
    expect(await rowOf(SUPERVISOR.openid, agreed, { turn: 'cashier' })).toMatchObject({
      dueDay: addDays(chinaDayOf(stage.cloud.clock.now()), 10),
    });
  });

  it('never says that a case of the caller`s own household is theirs to do', async () => {
    const householdId = deriveSecretId(stage.workshop.vault, 'hh', HANDLER.openid);
    const own = await storedClaim(stage, ['accepted'], { householdId });
    const rowFor = async (openid: string, id: string) =>
      (await rowsFor(openid)).find(({ claimId }) => claimId === id);
    expect(await rowFor(HANDLER.openid, own)).toMatchObject({ mine: false, isOwnHousehold: true });
    expect(await rowFor(SECOND_HANDLER.openid, own)).toMatchObject({ mine: true, isOwnHousehold: false });
  });

  it('says the same of a case that a policy of the caller`s household pays, as the opened case does', async () => {
    const householdId = deriveSecretId(stage.workshop.vault, 'hh', HANDLER.openid);
    const policy = await stage.workshop.read.policies.get(policyId);
    if (!policy) throw new Error('no policy');
    const ofHandler = { ...policy, id: deriveId('pol', 'own', policyId), householdId };
    await stage.workshop.write((tx) => tx.policies.create(ofHandler));
    const paid = await storedClaim(stage, ['accepted'], {
      policyIds: [policyId, ofHandler.id],
      personKey: policy.insured[0]?.personKey ?? '',
    });
    const row = (await rowsFor(HANDLER.openid)).find(({ claimId }) => claimId === paid);
    expect(row).toMatchObject({ mine: false, isOwnHousehold: true });
    const { case: open } = await stage.ask(openCase, { claimId: paid }, HANDLER.openid);
    expect(open).toMatchObject({ actions: [], isOwnHousehold: true });
  });

  it.each(['', '1|2026-06-12|1', '2|2026-06-12|1781100000000|clm_aaaaaaaaaaaaaaaaaaaaaaaa', '{}'])(
    'begins at no invented place: %j',
    async (after) => {
      const reply = await stage.call(listDeskQueue, { after }, HANDLER.openid);
      expect(reply).toMatchObject({
        ok: false,
        error: { code: 'INVALID_INPUT', fields: [{ path: 'after' }] },
      });
    },
  );
});

describe('the green channel', () => {
  const mark = (claimId: string, version: number, reason: string | null) => ({
    requestId: requestIdForTest(),
    claimId,
    version,
    reason,
  });
  const placeOf = async (claimId: string): Promise<number> => (await idsFor(HANDLER.openid)).indexOf(claimId);

  it('puts a case before the others at once, and back again', async () => {
    const claimId = await filedClaim(stage, WANG, policyId);
    const { case: before } = await stage.ask(openCase, { claimId }, HANDLER.openid);
    const green = (await rowsFor(HANDLER.openid)).filter(({ isGreen }) => isGreen).length;
    expect(await placeOf(claimId)).toBeGreaterThanOrEqual(green);

    const input = mark(claimId, before.version, '孩子等着手术');
    const replies = await Promise.all([1, 2].map(() => stage.ask(markGreenChannel, input, HANDLER.openid)));
    for (const { case: marked } of replies) {
      expect(marked).toMatchObject({ version: before.version + 1, greenChannel: { reason: '孩子等着手术' } });
    }
    expect(await placeOf(claimId)).toBeLessThanOrEqual(green);

    const stale = await stage.call(markGreenChannel, mark(claimId, before.version, null), HANDLER.openid);
    expect(stale).toMatchObject({ ok: false, error: { code: 'VERSION_CHANGED' } });
    const { case: cleared } = await stage.ask(
      markGreenChannel,
      mark(claimId, before.version + 1, null),
      SECOND_HANDLER.openid,
    );
    expect(cleared.greenChannel).toBeNull();
    expect(await placeOf(claimId)).toBeGreaterThanOrEqual(green);
    const audit = await stage.workshop.read.auditRows.find({
      where: { chain: claimId },
      orderBy: [['sequence', 'asc']],
      limit: 5,
    });
    expect(audit.map(({ action }) => action)).toEqual([
      'claim.reported',
      'claim.greenChannelMarked',
      'claim.greenChannelCleared',
    ]);
  });

  it('stays through the steps of the case', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { personIndex: 1, payees: [payeeOf('李秀英')] });
    await stage.workshop.write(async (tx) => {
      const claim = await tx.claims.get(claimId);
      if (claim) await tx.claims.put({ ...claim, greenChannel: { reason: '困难计生家庭', staffId: null } });
    });
    const registered = await registeredCase(stage, claimId);
    expect(registered.greenChannel).toEqual({ reason: '困难计生家庭' });
    // By the rule, not by a colleague: no colleague takes it back.
    const reply = await stage.call(markGreenChannel, mark(claimId, registered.version, null), HANDLER.openid);
    expect(reply).toMatchObject({ ok: false, error: { code: 'CLAIM_STATE_WRONG' } });
    expect(reply.ok ? '' : reply.error.message).toContain('困难计生家庭');
  });

  it('is for handlers alone, for cases that are not decided, and not for their own household', async () => {
    const refused = await storedClaim(stage, ['refused']);
    const householdId = deriveSecretId(stage.workshop.vault, 'hh', HANDLER.openid);
    const own = await storedClaim(stage, ['accepted'], { householdId });
    const unmarked = await storedClaim(stage, ['accepted']);
    const codeFor = async (claimId: string, openid: string, reason: string | null = '病情很重') => {
      const reply = await stage.call(markGreenChannel, mark(claimId, 1, reason), openid);
      return reply.ok ? 'OK' : reply.error.code;
    };
    expect(await codeFor(refused, HANDLER.openid)).toBe('CLAIM_STATE_WRONG');
    expect(await codeFor(own, HANDLER.openid)).toBe('OWN_HOUSEHOLD');
    expect(await codeFor(unmarked, HANDLER.openid, null)).toBe('CLAIM_STATE_WRONG');
    expect(await codeFor(unmarked, ALONE)).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(unmarked, APPROVER.openid)).toBe('FORBIDDEN');
  });

  it('is open from the report on to a household for which a government pays because of its hardship', async () => {
    const { workshop } = stage;
    const { id: planId } = await planAt(stage, ZHANG);
    const plan = await workshop.read.plans.get(planId);
    if (!plan) throw new Error('no plan');
    const roster = await acceptedRoster(workshop, { plan, families: [ZHANG, WANG] });
    const [batch] = await workshop.read.rosterBatches.find({ where: { rosterId: roster.id }, limit: 1 });
    if (!batch) throw new Error('no batch');
    const [zhang = '', wang = ''] = batch.households.map(({ headKey }) => headKey);
    const childOfZhang = batch.personKeys[2] ?? '';
    const policies = [
      { payers: [{ kind: 'government' as const, sponsorId: 'spn_x', name: '财政局', amountFen: 1 }] },
    ];
    const ownMoney = [{ payers: [{ kind: 'self' as const, sponsorId: null, name: null, amountFen: 1 }] }];
    const channelOf = (personKey: string, of = policies as Parameters<typeof greenChannelAtFiling>[1]) =>
      greenChannelAtFiling(workshop, of, personKey);

    const households = batch.households.map((household, position) =>
      position === 0 ? { ...household, group: '计生特殊家庭' as const } : household,
    );
    await workshop.write((tx) => tx.rosterBatches.put({ ...batch, households }));
    expect(await channelOf(zhang)).toBeNull();

    const issued = { kind: 'issued' as const, policyId: 'pol_x' };
    await workshop.write((tx) => tx.rosterBatches.put({ ...batch, households, outcomes: [issued, issued] }));
    for (const person of [zhang, childOfZhang]) {
      expect(await channelOf(person)).toEqual({ reason: '计生特殊家庭', staffId: null });
    }
    expect(await channelOf(wang)).toBeNull();
    expect(await channelOf(zhang, ownMoney)).toBeNull();
  });
});
