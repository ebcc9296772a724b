import { reopenClaim } from '../../../shared/claim/answer-decision.contracts';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { refuseClaim, reopenCase } from '../../../shared/claim/move-case.contracts';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { APPROVER, SUPERVISOR } from '../../../shared/testing/cast';
import { assessedCase, claimInput, filedClaim, gradeOf } from '../../_tools/testing/claims';
import { type DecidedClaims, decisionStage, step, type Covered } from '../../_tools/testing/decided-claims';
import { requestIdForTest, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let claims: DecidedClaims;
let next: () => Covered;
beforeAll(async () => {
  ({ stage, claims, next } = await decisionStage(3));
});
afterAll(() => stage.close());

const reason = '找到了当时没有的材料';
/** A report of today's accident that the desk refuses. */
const refused = async ({ family, policyId }: Covered): Promise<string> => {
  const claimId = await filedClaim(stage, family, policyId, { kind: 'disability' });
  const assessed = await assessedCase(stage, claimId, gradeOf(8, claims.today()));
  await stage.ask(refuseClaim, { ...step(assessed), reason: '鉴定报告不是本人的' }, APPROVER.openid);
  return claimId;
};
const reopen = (claimId: string) => ({ requestId: requestIdForTest(), claimId, reason });
const files = async ({ family, policyId }: Covered) =>
  claims.codeFor(fileClaim, await claimInput(stage, family, policyId, { kind: 'disability' }), family.openid);

describe('a case that is opened again', () => {
  it('is the one open case of its accident: no other is reported beside it', async () => {
    const one = next();
    const claimId = await refused(one);
    await stage.ask(reopenClaim, reopen(claimId), one.family.openid);
    expect(await files(one)).toBe('CLAIM_ALREADY_FILED');
  });

  it('is not opened while another of the same accident stands, by the family or by a supervisor', async () => {
    const one = next();
    const first = await refused(one);
    const second = await filedClaim(stage, one.family, one.policyId, { kind: 'disability' });
    const reply = await stage.call(reopenClaim, reopen(first), one.family.openid);
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'CLAIM_ALREADY_FILED', message: '同一次意外后来又报了一件，请在那一件里接着办。' },
    });
    const { version } = await claims.claimOf(first);
    const bySupervisor = { ...step({ claimId: first, version }), reason };
    expect(await claims.codeFor(reopenCase, bySupervisor, SUPERVISOR.openid)).toBe('CLAIM_ALREADY_FILED');
    expect(await claims.claimOf(first)).toMatchObject({ state: 'refused', version });

    await stage.ask(withdrawClaim, reopen(second), one.family.openid);
    await stage.ask(reopenCase, bySupervisor, SUPERVISOR.openid);
    expect(await claims.claimOf(first)).toMatchObject({ state: 'reopened' });
    // The withdrawn one no longer speaks for the accident: a third is refused, too.
    expect(await files(one)).toBe('CLAIM_ALREADY_FILED');
  });

  it('is one of two when it is opened and another is reported at the same moment', async () => {
    const one = next();
    const claimId = await refused(one);
    const codes = await Promise.all([
      claims.codeFor(reopenClaim, reopen(claimId), one.family.openid),
      files(one),
    ]);
    expect(codes.sort()).toEqual(['CLAIM_ALREADY_FILED', 'OK']);
  });
});
