import { answerDecision } from '../../../shared/claim/answer-decision.contracts';
import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import { approveClaim, assessClaim } from '../../../shared/claim/move-case.contracts';
import type { Fen } from '../../../shared/money/fen';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { APPROVER, HANDLER, SECOND_HANDLER, type CastHousehold } from '../../../shared/testing/cast';
import { addDays, DAY_MS, startOfChinaDay } from '../../../shared/time/china-day';
import { approvedCase, billsOf, filedClaim, gradeOf, registeredCase } from '../../_tools/testing/claims';
import { answer, DecidedClaims, step } from '../../_tools/testing/decided-claims';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

/** The first of three under 200,000: grade 8 is 20,000.00, grade 5 is 40,000.00. */
const GRADE_8_FEN = 20_000_00;
const GRADE_5_FEN = 40_000_00;

let stage: Stage;
let claims: DecidedClaims;
/** Families with the plan at 100 yuan and the one at 200. */
const covered: { family: CastHousehold; cheap: string; dear: string }[] = [];
beforeAll(async () => {
  stage = await setStage();
  claims = new DecidedClaims(stage);
  for (let index = 0; index < 3; index += 1) {
    const family = newFamily();
    covered.push({
      family,
      cheap: await buysCover(stage, family),
      dear: await buysCover(stage, family, 200_00),
    });
  }
  await stage.cloud.clock.moveTo(startOfChinaDay(addDays(claims.today(), 1)) + 10 * 3_600_000);
});
afterAll(() => stage.close());

const next = () => {
  const one = covered.pop();
  if (!one) throw new Error('too few families');
  return one;
};
const sharePaid = async (policyId: string): Promise<Fen | undefined> =>
  (await stage.workshop.read.policies.get(policyId))?.insured[0]?.accidentPaidFen;
const objects = async (family: CastHousehold, claimId: string): Promise<void> => {
  const { version } = await claims.claimOf(claimId);
  const objection = { kind: 'object' as const, reason: '等级定低了，请重新看鉴定报告' };
  await stage.ask(answerDecision, answer(claimId, version, objection), family.openid);
};

describe('a later accident of the same hand, decided while the family objects to the first decision', () => {
  it('pays the difference, and the review of the first pays what it had paid: together the worse grade', async () => {
    const { family, cheap } = next();
    const first = await filedClaim(stage, family, cheap, { kind: 'disability' });
    await approvedCase(stage, first, gradeOf(8, claims.today()));
    expect(await sharePaid(cheap)).toBe(GRADE_8_FEN);
    await objects(family, first);

    await stage.cloud.clock.advance(DAY_MS);
    const later = await filedClaim(stage, family, cheap, { kind: 'disability' });
    await approvedCase(stage, later, gradeOf(5, claims.today()));
    expect(await sharePaid(cheap)).toBe(GRADE_5_FEN);

    const reviewed = await claims.approveFor(first, gradeOf(8, claims.today()), SECOND_HANDLER.openid);
    expect(reviewed.statement?.parts[0]).toMatchObject({ totalFen: GRADE_8_FEN });
    expect(await sharePaid(cheap)).toBe(GRADE_5_FEN);
  });
});

describe('a claim under two policies of which one is cancelled after the accident', () => {
  it('is paid by both, in order, as they stood on that day; the review of it, too', async () => {
    const { family, cheap, dear } = next();
    const quoted = await stage.ask(previewCancellation, { policyId: dear }, family.openid);
    const input = {
      requestId: requestIdForTest(),
      policyId: dear,
      refundFen: quoted.cancellation.refundFen,
    };
    const accidentDay = claims.today();
    await stage.ask(cancelPolicy, input, family.openid);
    await stage.cloud.clock.advance(3 * DAY_MS);
    const claimId = await filedClaim(stage, family, cheap, { accidentDay });
    expect((await claims.claimOf(claimId)).policyIds.sort()).toEqual([cheap, dear].sort());
    const decided = await approvedCase(stage, claimId, billsOf(2_000_000, 0));
    expect(decided.statement?.parts.map(({ policyId }) => policyId).sort()).toEqual([cheap, dear].sort());
    const paid = decided.statement?.totalFen ?? 0;
    expect(await claims.owedFen(claimId)).toBe(paid);
    await objects(family, claimId);
    const again = await claims.approveFor(claimId, billsOf(2_000_000, 0), SECOND_HANDLER.openid);
    expect(again.statement?.totalFen).toBe(paid);
    expect(await claims.owedFen(claimId)).toBe(paid);
  });
});

describe('two handlers who hand in the same case at the same moment', () => {
  it('store one assessment; the other is told that the case has changed, and nothing is approved twice', async () => {
    const { family, cheap } = next();
    const registered = await registeredCase(stage, await filedClaim(stage, family, cheap));
    const handIn = (facts: AssessmentFacts, openid: string) =>
      claims.codeFor(assessClaim, { ...step(registered), facts, reason: '按发票核定' }, openid);
    const codes = await Promise.all([
      handIn(billsOf(100_000, 0), HANDLER.openid),
      handIn(billsOf(200_000, 0), SECOND_HANDLER.openid),
    ]);
    expect(codes.sort()).toEqual(['OK', 'VERSION_CHANGED']);
    const assessed = await claims.claimOf(registered.claimId);
    const approvals = await Promise.all(
      [1, 2].map(() =>
        claims.codeFor(
          approveClaim,
          step({ claimId: registered.claimId, version: assessed.version }),
          APPROVER.openid,
        ),
      ),
    );
    expect(approvals.sort()).toEqual(['OK', 'VERSION_CHANGED']);
    expect(await claims.medicalPaid(cheap)).toBe(assessed.statement?.parts[0]?.totalFen);
  });
});
