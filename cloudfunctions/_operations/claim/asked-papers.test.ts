import { sendPapers } from '../../../shared/claim/answer-decision.contracts';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { askPapers, resumeCase } from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import type { PaperKey } from '../../../shared/claim/paper-key';
import { HANDLER, type CastHousehold } from '../../../shared/testing/cast';
import { DAY_MS } from '../../../shared/time/china-day';
import { coveredFamilies, filedClaim, registeredCase, uploadPhotos } from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
const covered: { family: CastHousehold; policyId: string }[] = [];
beforeAll(async () => {
  stage = await setStage();
  const families = [newFamily(), newFamily(), newFamily()];
  const policies = await coveredFamilies(stage, ...families);
  families.forEach((family, index) => covered.push({ family, policyId: policies[index] ?? '' }));
});
afterAll(() => stage.close());

const reason = '现有材料还算不出金额';

/** A case whose family is asked for papers. */
const asked = async (papers: PaperKey[], others: string[]) => {
  const one = covered.pop();
  if (!one) throw new Error('too few families');
  const claimId = await filedClaim(stage, one.family, one.policyId);
  const { version } = await registeredCase(stage, claimId);
  const input = { requestId: requestIdForTest(), claimId, version, papers, others, reason };
  const reply = await stage.call(askPapers, input, HANDLER.openid);
  return { ...one, claimId, reply };
};
const sends = async (
  { family, claimId }: Awaited<ReturnType<typeof asked>>,
  ...places: (number | null)[]
) => {
  const fileIds = await uploadPhotos(stage, family.openid, places.length);
  const photos = fileIds.map((fileId, index) => ({ fileId, place: places[index] ?? null }));
  return (await stage.ask(sendPapers, { requestId: requestIdForTest(), claimId, photos }, family.openid))
    .claim;
};
const claimOf = async (claimId: string) => {
  const claim = await stage.workshop.read.claims.get(claimId);
  if (!claim) throw new Error('no claim');
  return claim;
};

describe('papers that were asked for', () => {
  it('are one list for the family; the clock stands until each has its photo, then goes on by itself', async () => {
    const one = await asked(['invoice', 'itemisedList'], ['村委会的证明', '医院发票']);
    const { claim: seen } = await stage.ask(getMyClaim, { claimId: one.claimId }, one.family.openid);
    expect(seen.missingPapers).toEqual([
      { paper: 'invoice', called: '医院发票', photos: 0 },
      { paper: 'itemisedList', called: '费用清单', photos: 0 },
      { paper: null, called: '村委会的证明', photos: 0 },
    ]);
    await stage.cloud.clock.advance(DAY_MS);
    const part = await sends(one, 2, 0, 0, null);
    expect(part).toMatchObject({
      state: 'papersAsked',
      missingPapers: [{ photos: 2 }, { photos: 0 }, { photos: 1 }],
    });
    expect(part.timeline.find(({ status }) => status === 'paused')?.note).toContain('还缺：费用清单。');
    expect((await claimOf(one.claimId)).pauses).toMatchObject([{ until: null }]);

    await stage.cloud.clock.advance(DAY_MS);
    const complete = await sends(one, 1);
    expect(complete).toMatchObject({ state: 'registered', missingPapers: [] });
    const [pause] = (await claimOf(one.claimId)).pauses;
    expect((pause?.until ?? 0) - (pause?.from ?? 0)).toBeGreaterThanOrEqual(2 * DAY_MS);

    const { case: desk } = await stage.ask(openCase, { claimId: one.claimId }, HANDLER.openid);
    expect(desk.notices[0]?.papers).toEqual([
      { called: '医院发票', photos: [3, 4] },
      { called: '费用清单', photos: [6] },
      { called: '村委会的证明', photos: [2] },
    ]);
  });

  it('stay open when the family sends others, and a colleague lets the case go on without them', async () => {
    const one = await asked([], ['学校的证明']);
    expect(await sends(one, null, 7)).toMatchObject({ state: 'papersAsked', missingPapers: [{ photos: 0 }] });
    const { version } = await claimOf(one.claimId);
    const input = { requestId: requestIdForTest(), claimId: one.claimId, version, reason: '学校已经撤并' };
    const { case: resumed } = await stage.ask(resumeCase, input, HANDLER.openid);
    expect(resumed.state).toBe('registered');
    const { claim } = await stage.ask(getMyClaim, { claimId: one.claimId }, one.family.openid);
    expect(claim.missingPapers).toEqual([]);
  });

  it('are at least one', async () => {
    const { reply } = await asked([], []);
    expect(reply).toMatchObject({ error: { fields: [{ path: 'papers', code: 'NOTHING_ASKED' }] } });
  });
});
