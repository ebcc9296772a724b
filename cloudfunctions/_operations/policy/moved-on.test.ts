import { getHome } from '../../../shared/household/get-home.contract';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import type { CastHousehold } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());

const remindersOf = async ({ openid }: CastHousehold): Promise<number> =>
  (await stage.workshop.read.messages.find({ where: { openid }, limit: 50 })).filter(
    ({ kind }) => kind === 'renewalDue',
  ).length;
const cardOf = async ({ openid }: CastHousehold) => (await stage.ask(getHome, {}, openid)).renewal;

it('a family that has bought another plan for everybody is neither reminded nor shown what to renew, until it cancels that', async () => {
  const [moved, partly, stayed] = [newFamily(), newFamily(), newFamily()];
  const policyIds: string[] = [];
  for (const family of [moved, partly, stayed]) policyIds.push(await buysCover(stage, family));
  const endAt = (await stage.workshop.read.policies.get(policyIds[0] ?? ''))?.endAt ?? 0;
  await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(endAt), -31), '10:00'));
  const movedTo = await buysCover(stage, moved, 200_00);
  await buysCover(stage, { ...partly, members: partly.members.slice(0, 2) }, 200_00);

  await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(endAt), -7), '10:00'));
  await stage.cloud.runTimer('remind-of-renewals');
  expect(await Promise.all([moved, partly, stayed].map(remindersOf))).toEqual([0, 1, 1]);
  expect(await cardOf(moved)).toBeNull();
  expect(await cardOf(partly)).toMatchObject({ policyId: policyIds[1] });
  expect(await cardOf(stayed)).toMatchObject({ policyId: policyIds[2] });

  const { cancellation } = await stage.ask(previewCancellation, { policyId: movedTo }, moved.openid);
  const cancel = { requestId: requestIdForTest(), policyId: movedTo, refundFen: cancellation.refundFen };
  await stage.ask(cancelPolicy, cancel, moved.openid);
  expect(await cardOf(moved)).toMatchObject({ policyId: policyIds[0] });
  await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(endAt), -1), '10:00'));
  await stage.cloud.runTimer('remind-of-renewals');
  expect(await remindersOf(moved)).toBe(1);
});
