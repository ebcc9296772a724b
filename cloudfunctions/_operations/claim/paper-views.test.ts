import { sendPapers } from '../../../shared/claim/answer-decision.contracts';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { listPaperViews } from '../../../shared/claim/list-paper-views.contract';
import { openCase } from '../../../shared/claim/open-case.contract';
import { APPROVER, HANDLER, SPECIALIST, SUPERVISOR, type CastHousehold } from '../../../shared/testing/cast';
import { MINUTE_MS } from '../../../shared/time/china-day';
import { deriveId, deriveSecretId } from '../../_core/ids';
import type { DatabasePort } from '../../_core/ports/database';
import { serve } from '../../_core/serve';
import {
  coveredFamilies,
  filedClaim,
  hires,
  registeredCase,
  uploadPhotos,
} from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { deskOperations } from '../../desk/registry';

let stage: Stage;
const covered: { family: CastHousehold; policyId: string }[] = [];
beforeAll(async () => {
  stage = await setStage();
  const families = Array.from({ length: 8 }, () => newFamily());
  const policies = await coveredFamilies(stage, ...families);
  families.forEach((family, index) => covered.push({ family, policyId: policies[index] ?? '' }));
  await hires(stage, 'o-elsewhere', ['handler', 'supervisor'], '350424');
});
afterAll(() => stage.close());

/** A claim of a family that no other test uses, filed in a minute of its own. */
const filed = async (): Promise<{ family: CastHousehold; claimId: string }> => {
  const one = covered.pop();
  if (!one) throw new Error('too few families');
  const claimId = await filedClaim(stage, one.family, one.policyId);
  await nextMinute();
  return { family: one.family, claimId };
};
/** Goes to the start of the next minute of the clock, so that what follows stands in one. */
const nextMinute = (): Promise<number> =>
  stage.cloud.clock.moveTo((Math.floor(stage.cloud.clock.now() / MINUTE_MS) + 1) * MINUTE_MS);
const looksAt = async (claimId: string) =>
  stage.workshop.read.paperViews.find({ where: { claimId }, orderBy: [['at', 'asc']], limit: 200 });
const rolesAt = async (claimId: string) => (await looksAt(claimId)).map(({ role }) => role);
const codeFor = async (contract: typeof openCase | typeof getMyClaim, claimId: string, openid: string) => {
  const reply = await stage.call(contract, { claimId }, openid);
  return reply.ok ? 'OK' : reply.error.code;
};

describe('every look at papers', () => {
  it('is a row that says who, in which role, when, and which papers', async () => {
    const { family, claimId } = await filed();
    const claim = await stage.workshop.read.claims.get(claimId);
    const papers = claim?.papers.map(({ sha256 }) => sha256);
    const from = stage.cloud.clock.now();
    const { case: seen } = await stage.ask(openCase, { claimId }, HANDLER.openid);
    expect(seen.papers.map(({ url }) => url)).toEqual([
      expect.stringContaining('http'),
      expect.stringContaining('http'),
    ]);
    const [filing, look] = await looksAt(claimId);
    // Filing answers with the claim, its photos among it.
    expect(filing).toMatchObject({ by: claim?.householdId, role: 'member', papers });
    const staffId = deriveSecretId(stage.workshop.vault, 'stf', HANDLER.openid);
    expect(look).toMatchObject({ by: staffId, role: 'handler', papers });
    expect(look?.at).toBeGreaterThanOrEqual(from);
    await stage.ask(getMyClaim, { claimId }, family.openid);
    expect((await rolesAt(claimId)).sort()).toEqual(['handler', 'member', 'member']);
  });

  it('is one row for a person in a minute, however many looks, and a new one in the next', async () => {
    const { claimId } = await filed();
    await Promise.all(
      [HANDLER, HANDLER, HANDLER, APPROVER].map(({ openid }) => stage.ask(openCase, { claimId }, openid)),
    );
    expect((await rolesAt(claimId)).sort()).toEqual(['approver', 'handler', 'member']);
    await nextMinute();
    await stage.ask(openCase, { claimId }, HANDLER.openid);
    expect((await rolesAt(claimId)).filter((role) => role === 'handler')).toHaveLength(2);
  });

  it('is recorded also when a step of the desk or a paper of the family answers with the claim', async () => {
    const { family, claimId } = await filed();
    await registeredCase(stage, claimId);
    expect(await rolesAt(claimId)).toEqual(['member', 'handler']);
    await nextMinute();
    await stage.ask(getMyClaim, { claimId }, family.openid);
    const [fileId = ''] = await uploadPhotos(stage, family.openid, 1);
    const photos = [{ fileId, place: null }];
    await stage.ask(sendPapers, { requestId: requestIdForTest(), claimId, photos }, family.openid);
    const own = (await looksAt(claimId)).filter(({ role }) => role === 'member');
    // Perhaps the minute was over in between: then the third paper stands in a row of its own.
    expect(new Set(own.slice(1).flatMap(({ papers }) => papers)).size).toBe(3);
  });

  it('is refused, and no row, for another county, a specialist, and another family', async () => {
    const { claimId } = await filed();
    expect(await codeFor(openCase, claimId, 'o-elsewhere')).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(openCase, claimId, SPECIALIST.openid)).toBe('FORBIDDEN');
    expect(await codeFor(getMyClaim, claimId, SPECIALIST.openid)).toBe('CLAIM_NOT_FOUND');
    expect(await codeFor(getMyClaim, claimId, covered[0]?.family.openid ?? '')).toBe('CLAIM_NOT_FOUND');
    expect(await rolesAt(claimId)).toEqual(['member']);
  });

  it('has addresses that end after ten minutes', async () => {
    const { claimId } = await filed();
    const { case: seen } = await stage.ask(openCase, { claimId }, HANDLER.openid);
    const url = seen.papers[0]?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    await stage.cloud.clock.advance(9 * MINUTE_MS);
    expect((await fetch(url)).status).toBe(200);
    await stage.cloud.clock.advance(2 * MINUTE_MS);
    expect((await fetch(url)).status).toBe(403);
  });

  it('fails aloud when it cannot be recorded: nothing is shown', async () => {
    const { claimId } = await filed();
    const { database } = stage.workshop.ports;
    const deaf: DatabasePort = {
      get: (collection, id) => database.get(collection, id),
      find: (collection, query) => database.find(collection, query),
      transaction: () => Promise.reject(new Error('no answer')),
    };
    const runtime = {
      ports: { ...stage.workshop.ports, database: deaf },
      vault: stage.workshop.vault,
      log: () => undefined,
    };
    const call = { name: openCase.name, input: { claimId } };
    const reply = await serve(runtime, deskOperations)(call, { openid: HANDLER.openid, requestId: 'test' });
    expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(await rolesAt(claimId)).toEqual(['member']);
  });
});

describe('the list of looks', () => {
  it('tells a supervisor of the region who saw which papers, and nobody else', async () => {
    const { family, claimId } = await filed();
    await stage.ask(openCase, { claimId }, HANDLER.openid);
    const list = (openid: string) => stage.call(listPaperViews, { claimId, before: null }, openid);
    expect(await list(SUPERVISOR.openid)).toMatchObject({
      ok: true,
      data: {
        views: [
          { role: 'handler', staffName: HANDLER.name, papers: [0, 1], voice: false },
          { role: 'member', staffName: null, papers: [0, 1], voice: false },
        ],
        next: null,
      },
    });
    expect(await list('o-elsewhere')).toMatchObject({ error: { code: 'CLAIM_NOT_FOUND' } });
    for (const { openid } of [HANDLER, family]) {
      expect(await list(openid)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    }
    const asSeenBy = async (openid: string) =>
      (await stage.ask(openCase, { claimId }, openid)).case.tellsLooks;
    expect([await asSeenBy(SUPERVISOR.openid), await asSeenBy(HANDLER.openid)]).toEqual([true, false]);
  });

  it('tells each look once when there are many, those of one instant among them', async () => {
    const claimId = deriveId('clm', 'looked-at-often');
    const { claimId: known } = await filed();
    const claim = await stage.workshop.read.claims.get(known);
    if (!claim) throw new Error('no claim');
    const at = stage.cloud.clock.now();
    await stage.workshop.write((tx) => tx.claims.create({ ...claim, id: claimId }));
    const ids = Array.from({ length: 120 }, (_, number) => deriveId('see', claimId, String(number)));
    for (const part of [ids.slice(0, 60), ids.slice(60)]) {
      await stage.workshop.write(async (tx) => {
        for (const id of part) {
          // Three at each instant: a page of fifty ends within one.
          const instant = at + Math.floor(ids.indexOf(id) / 3);
          await tx.paperViews.put({ id, claimId, by: id, role: 'handler', at: instant, papers: [] });
        }
      });
    }
    const instants: number[] = [];
    let before: number | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(claimId, before);
      instants.push(...page.views.map((view) => view.at));
      before = page.next;
    } while (before !== null);
    expect(instants).toHaveLength(120);
    expect(instants).toEqual([...instants].sort((one, other) => other - one));
  });
});

const pageOf = (claimId: string, before: number | null) =>
  stage.ask(listPaperViews, { claimId, before }, SUPERVISOR.openid);
