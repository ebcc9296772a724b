import type { Contract, InputOf, Reply } from '../../../shared/contract/contract';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { textOf } from '../../../shared/errors/catalogue';
import { addNewborn } from '../../../shared/policy/add-newborn.contracts';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { correctInsured } from '../../../shared/policy/correct-insured.contract';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import { claimInput, coveredFamilies, payeeOf } from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { personCoverIdOf } from './person-key';

/** How often each pair meets. */
const MEETINGS = 12;
const PAIRS = 4;

interface Own {
  readonly family: CastHousehold;
  readonly policyId: string;
}

let stage: Stage;
let families: Own[];
beforeAll(async () => {
  stage = await setStage();
  const cast = Array.from({ length: MEETINGS * PAIRS }, newFamily);
  const policies = await coveredFamilies(stage, ...cast);
  families = cast.map((family, index) => ({ family, policyId: policies[index] ?? '' }));
  await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 60 * DAY_MS);
}, 120_000);
afterAll(() => stage.close());

const storedPolicy = async ({ policyId }: Own): Promise<Policy> => {
  const policy = await stage.workshop.read.policies.get(policyId);
  if (!policy) throw new Error('no policy');
  return policy;
};
const storedClaims = ({ policyId }: Own) =>
  stage.workshop.read.claims.find({ where: { policyIds: policyId }, limit: 10 });
/** What the policy covers somebody for by the person's own record; undefined when it does not. */
const periodUnder = async ({ id, line }: Policy, idNumber: string) => {
  const { read, vault } = stage.workshop;
  const cover = await read.personCovers.get(personCoverIdOf(vault, idNumber, line));
  return cover?.periods.find(({ policyId }) => policyId === id);
};

type Change = () => Promise<Reply>;
/** A change that is ready to be sent: whatever a phone does before is done. */
const ready =
  <C extends Contract>(contract: C, { family }: Own, input: InputOf<C>): Change =>
  () =>
    stage.call(contract, input, family.openid);

const report = async (own: Own, changes: Partial<InputOf<typeof fileClaim>> = {}): Promise<Change> =>
  ready(fileClaim, own, await claimInput(stage, own.family, own.policyId, changes));
const cancellation = async (own: Own): Promise<Change> => {
  const { policyId, family } = own;
  const preview = await stage.ask(previewCancellation, { policyId }, family.openid);
  const { refundFen } = preview.cancellation;
  return ready(cancelPolicy, own, { requestId: requestIdForTest(), policyId, refundFen });
};
let newborns = 0;
const addition = (own: Own): { readonly idNumber: string; readonly change: Change } => {
  newborns += 1;
  const born = addDays(chinaDayOf(stage.cloud.clock.now()), -29);
  const child = { name: '赵小宝', idNumber: idNumberFor(born, 101 + newborns * 2), relation: 'son' } as const;
  const input = { requestId: requestIdForTest(), policyId: own.policyId, child };
  return { idNumber: child.idNumber, change: ready(addNewborn, own, input) };
};

/** In the first meetings the second change is so many steps ahead. */
const STEPS_AHEAD = 3;
/** Round trips to the database in a step. */
const TRIPS = 4;

/**
 * Lets two changes meet: the second begins some round trips to the database before the first, then from meeting to meeting
 * later, in the last one when the first is through. Answers `OK` or the refusal of each.
 */
const met = async (first: Change, second: Change, meeting: number): Promise<string> => {
  const isSecondAhead = meeting < STEPS_AHEAD;
  const [ahead, behind] = isSecondAhead ? [second, first] : [first, second];
  const begun = ahead();
  if (meeting === MEETINGS - 1) await begun;
  for (let trip = Math.abs(meeting - STEPS_AHEAD) * TRIPS; trip > 0; trip -= 1)
    await stage.workshop.read.plans.get('none');
  const replies = await Promise.all([begun, behind()]);
  for (const reply of replies) if (!reply.ok) expect(reply.error.message).toBe(textOf(reply.error.code));
  if (isSecondAhead) replies.reverse();
  return replies.map((reply) => (reply.ok ? 'OK' : reply.error.code)).join(' ');
};

/** Every meeting of a pair, each in a family of its own, and how each came out. */
const meetings = async (meeting: (own: Own, index: number) => Promise<string>): Promise<Set<string>> => {
  const outcomes: string[] = [];
  for (const own of families.splice(0, MEETINGS)) outcomes.push(await meeting(own, outcomes.length));
  return new Set(outcomes);
};

describe('of two changes of a policy at the same moment one stands', () => {
  it('a report and a cancellation', async () => {
    const outcomes = await meetings(async (own, index) => {
      const outcome = await met(await report(own), await cancellation(own), index);
      const [{ state, claimIds }, claims] = [await storedPolicy(own), await storedClaims(own)];
      const hasClaim = outcome === 'OK CANCEL_HAS_CLAIM';
      expect([state, claims.map(({ id }) => id)]).toEqual([hasClaim ? 'issued' : 'cancelled', claimIds]);
      expect(claims).toHaveLength(hasClaim ? 1 : 0);
      return outcome;
    });
    expect(outcomes).toEqual(new Set(['POLICY_CHANGED OK', 'OK CANCEL_HAS_CLAIM']));
  });

  it('a report and a correction of the same person on a gift', async () => {
    const SON = 2;
    const payees = [payeeOf('赵大山', { relation: 'guardian' })];
    let numbers = 0;
    const outcomes = await meetings(async (own, index) => {
      const gift = await storedPolicy(own);
      const payers = gift.payers.map((payer) => ({
        ...payer,
        kind: 'government' as const,
        sponsorId: 'spo_x',
      }));
      await stage.workshop.write((tx) => tx.policies.put({ ...gift, payers }));
      numbers += 1;
      const [wrong, right] = [
        gift.insured[SON]?.idNumber ?? '',
        idNumberFor('2012-04-04', 801 + numbers * 2),
      ];
      const correction = { requestId: requestIdForTest(), policyId: gift.id, personIndex: SON };
      const outcome = await met(
        await report(own, { personIndex: SON, payees }),
        ready(correctInsured, own, { ...correction, name: '赵小山', idNumber: right }),
        index,
      );
      const [policy, claims] = [await storedPolicy(own), await storedClaims(own)];
      const hasClaim = outcome === 'OK COVER_STARTED';
      expect(policy.insured[SON]?.idNumber).toBe(hasClaim ? wrong : right);
      expect(claims.map(({ personKey }) => personKey)).toEqual(
        hasClaim ? [policy.insured[SON]?.personKey] : [],
      );
      const periods = await Promise.all([wrong, right].map((number) => periodUnder(policy, number)));
      expect(periods.map((period) => period !== undefined)).toEqual([hasClaim, !hasClaim]);
      return outcome;
    });
    expect(outcomes).toEqual(new Set(['POLICY_CHANGED OK', 'OK COVER_STARTED']));
  });

  it('a report of a death and a newborn', async () => {
    const payees = [payeeOf('钱小花', { relation: 'heir', proofPhoto: 0 })];
    const outcomes = await meetings(async (own, index) => {
      const { idNumber, change } = addition(own);
      const outcome = await met(await report(own, { kind: 'death', payees }), change, index);
      const [policy, claims] = [await storedPolicy(own), await storedClaims(own)];
      const hasClaim = outcome === 'OK ADD_HAS_CLAIM';
      expect([claims.length, policy.insured.length]).toEqual(hasClaim ? [1, 3] : [0, 4]);
      expect((await periodUnder(policy, idNumber)) === undefined).toBe(hasClaim);
      return outcome;
    });
    expect(outcomes).toEqual(new Set(['POLICY_CHANGED OK', 'OK ADD_HAS_CLAIM']));
  });

  it('a newborn and a cancellation', async () => {
    const outcomes = await meetings(async (own, index) => {
      const { idNumber, change } = addition(own);
      const outcome = await met(change, await cancellation(own), index);
      const policy = await storedPolicy(own);
      const [isAdded, isCancelled] = [outcome !== 'POLICY_OVER OK', outcome !== 'OK POLICY_CHANGED'];
      expect([policy.state, policy.insured.length]).toEqual([
        isCancelled ? 'cancelled' : 'issued',
        isAdded ? 4 : 3,
      ]);
      expect((await periodUnder(policy, idNumber)) === undefined).toBe(isCancelled);
      return outcome;
    });
    // Who cancels when the child already stands on the policy has seen it there.
    expect(outcomes).toEqual(new Set(['POLICY_OVER OK', 'OK POLICY_CHANGED', 'OK OK']));
  });
});
