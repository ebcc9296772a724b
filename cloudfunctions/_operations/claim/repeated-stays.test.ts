import type { AssessmentFacts } from '../../../shared/claim/assessment.schema';
import type { Stay } from '../../../shared/claim/hospital-stays';
import { reopenClaim } from '../../../shared/claim/answer-decision.contracts';
import {
  approveClaim,
  assessClaim,
  previewAssessment,
  refuseClaim,
} from '../../../shared/claim/move-case.contracts';
import { openCase } from '../../../shared/claim/open-case.contract';
import { APPROVER, HANDLER } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, DAY_MS, startOfChinaDay, type ChinaDay } from '../../../shared/time/china-day';
import {
  agreedClaim,
  approvedCase,
  assessedCase,
  filedClaim,
  registeredCase,
} from '../../_tools/testing/claims';
import { step, type Covered } from '../../_tools/testing/decided-claims';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

/** The plan that pays days in hospital: from the fourth day of a stay, 90 days a year. */
const WITH_ALLOWANCE_FEN = 200_00;

let stage: Stage;
/** The first day of cover; a hundred days later all of this is claimed. */
let began: ChinaDay;
const covered: Covered[] = [];
beforeAll(async () => {
  stage = await setStage();
  for (let index = 0; index < 6; index += 1) {
    const family = newFamily();
    covered.push({ family, policyId: await buysCover(stage, family, WITH_ALLOWANCE_FEN) });
  }
  began = addDays(chinaDayOf(stage.cloud.clock.now()), 1);
  await stage.cloud.clock.moveTo(startOfChinaDay(began) + 100 * DAY_MS);
});
afterAll(() => stage.close());

const next = (): Covered => {
  const one = covered.pop();
  if (!one) throw new Error('too few families');
  return one;
};
/** A stay from one day of cover to another. */
const stay = (from: number, until: number): Stay => ({
  admittedOn: addDays(began, from),
  dischargedOn: addDays(began, until),
});
const staying = (...stays: Stay[]): AssessmentFacts => ({
  benefits: [{ kind: 'allowance', stays }],
  refused: [],
  exGratia: [],
});
/** Days in hospital after an accident on a day of cover. */
const files = ({ family, policyId }: (typeof covered)[number], day: number): Promise<string> =>
  filedClaim(stage, family, policyId, { kind: 'allowance', accidentDay: addDays(began, day) });
const warningsOf = async (claimId: string) =>
  (await stage.ask(openCase, { claimId }, HANDLER.openid)).case.warnings;
const claimOf = async (claimId: string) => {
  const claim = await stage.workshop.read.claims.get(claimId);
  if (!claim) throw new Error('no claim');
  return claim;
};
const daysPaid = async (policyId: string): Promise<number | undefined> =>
  (await stage.workshop.read.policies.get(policyId))?.insured[0]?.allowanceDaysPaid;
const ranges = (...pairs: [number, number][]) =>
  pairs.map(([first, last]) => ({ first: addDays(began, first), last: addDays(began, last) }));

describe('a stay in hospital that was claimed before', () => {
  it('is told to the handler with the case and the days, before and after it is entered; it hinders nothing', async () => {
    const one = next();
    const paid = await files(one, 0);
    await agreedClaim(stage, one.family, paid, staying(stay(1, 11), stay(20, 25)));
    const later = await files(one, 2);
    const facts = staying(stay(30, 40), stay(8, 22));
    const expected = {
      kind: 'sameStay',
      places: [1],
      claimNumbers: [(await claimOf(paid)).number],
      days: ranges([8, 10], [20, 21]),
    };
    const preview = await stage.ask(previewAssessment, { claimId: later, facts }, HANDLER.openid);
    expect(preview.warnings).toEqual([expected]);
    const approved = await approvedCase(stage, later, facts);
    expect(approved.state).toBe('approved');
    expect(await warningsOf(later)).toEqual([expected]);
    expect(await warningsOf(paid)).toEqual([
      { ...expected, places: [0, 1], claimNumbers: [(await claimOf(later)).number] },
    ]);
  });

  it('is told when the same stay comes again as one more claim of the same accident', async () => {
    const one = next();
    const first = await files(one, 0);
    await agreedClaim(stage, one.family, first, staying(stay(0, 10)));
    await stage.workshop.write(async (tx) => {
      const claim = await tx.claims.get(first);
      if (claim) await tx.claims.put({ ...claim, state: 'closed' });
    });
    const again = await files(one, 0);
    await assessedCase(stage, again, staying(stay(0, 10)));
    expect((await warningsOf(again)).map(({ days }) => days)).toEqual([ranges([0, 9])]);
  });

  it('is still told, in both cases and at once, when a case is opened again', async () => {
    const one = next();
    const [first, second] = [await files(one, 0), await files(one, 2)];
    await approvedCase(stage, first, staying(stay(1, 11)));
    const assessed = await assessedCase(stage, second, staying(stay(8, 22)));
    await stage.ask(refuseClaim, { ...step(assessed), reason: '这几天已经报过' }, APPROVER.openid);
    const told = await Promise.all([first, second].map(warningsOf));
    expect(told.map((warnings) => warnings.length)).toEqual([1, 1]);
    const reopen = { requestId: requestIdForTest(), claimId: second, reason: '有新的出院小结' };
    await stage.ask(reopenClaim, reopen, one.family.openid);
    expect(await Promise.all([first, second].map(warningsOf))).toEqual(told);
  });

  it('is nothing to tell of stays that only follow each other, nor of another person of the family', async () => {
    const one = next();
    const first = await files(one, 0);
    await approvedCase(stage, first, staying(stay(0, 10)));
    const second = await files(one, 1);
    await assessedCase(stage, second, staying(stay(10, 20)));
    const { family, policyId } = one;
    const holder = family.members[1]?.name ?? '';
    const wife = await filedClaim(stage, family, policyId, {
      kind: 'allowance',
      personIndex: 1,
      accidentDay: began,
      payees: [
        {
          relation: 'self',
          holder,
          number: '6222021402001234567',
          bank: '农业银行',
          weight: 1,
          proofPhoto: null,
        },
      ],
    });
    await assessedCase(stage, wife, staying(stay(0, 10)));
    expect(await Promise.all([first, second, wife].map(warningsOf))).toEqual([[], [], []]);
  });
});

describe('the most days of a year', () => {
  it('hold over all claims of a person: the last gets what is left, the next nothing', async () => {
    const one = next();
    await approvedCase(stage, await files(one, 0), staying(stay(0, 83)));
    expect(await daysPaid(one.policyId)).toBe(80);
    const second = await files(one, 1);
    const { statement } = await approvedCase(stage, second, staying(stay(83, 99)));
    expect(statement?.parts).toMatchObject([{ days: 10, totalFen: 10 * 50_00, leftFen: 0 }]);
    expect(await daysPaid(one.policyId)).toBe(90);
    const third = await files(one, 2);
    const facts = {
      ...staying(stay(83, 99)),
      refused: [{ what: '住院补贴', reason: '今年的 90 天已经赔完', clause: '保障条款第五条' }],
    };
    const nothing = await assessedCase(stage, third, facts);
    expect(nothing.statement).toMatchObject({ totalFen: 0 });
  });

  it('are never drawn twice by two approvals at once', async () => {
    const one = next();
    const cases = [];
    for (const day of [0, 1]) {
      const registered = await registeredCase(stage, await files(one, day));
      const input = {
        ...step(registered),
        facts: staying(stay(day * 40, day * 40 + 58)),
        reason: '按出院小结',
      };
      cases.push((await stage.ask(assessClaim, input, HANDLER.openid)).case);
    }
    const replies = await Promise.all(
      cases.map((assessed) => stage.call(approveClaim, step(assessed), APPROVER.openid)),
    );
    expect(replies.map((reply) => (reply.ok ? 'OK' : reply.error.code)).sort()).toEqual([
      'DECISION_CHANGED',
      'OK',
    ]);
    expect(await daysPaid(one.policyId)).toBe(55);
  });
});
