import { WANG, ZHANG, type CastHousehold } from '../../../shared/testing/cast';
import type { Policy } from '../../../shared/policy/policy.schema';
import { DAY_MS } from '../../../shared/time/china-day';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { personCoverIdOf } from './person-key';
import { remindOfRenewals } from './remind-of-renewals';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const bought = async (family: CastHousehold): Promise<Policy> => {
  const policy = await stage.workshop.read.policies.get(await buysCover(stage, family));
  if (!policy) throw new Error('no policy');
  return policy;
};

/** Somebody of a policy has the same cover in the year after it, from another household's policy. */
const insuredElsewhere = async ({ line, endAt }: Policy, idNumber: string, by: string): Promise<void> => {
  const { vault, write } = stage.workshop;
  await write(async (tx) => {
    const cover = await tx.personCovers.get(personCoverIdOf(vault, idNumber, line));
    if (!cover) throw new Error('no cover');
    const [last] = cover.periods;
    if (!last) throw new Error('no period');
    const next = { ...last, policyId: by, startAt: endAt, endAt: endAt + 365 * DAY_MS };
    await tx.personCovers.put({ ...cover, periods: [...cover.periods, next] });
  });
};
const remindersOf = async ({ openid }: CastHousehold): Promise<number> =>
  (await stage.workshop.read.messages.find({ where: { openid }, limit: 50 })).filter(
    ({ kind }) => kind === 'renewalDue',
  ).length;

it('a family is reminded also when one of it is insured elsewhere by then, and not when all are', async () => {
  const other = newFamily();
  const [some, all, by] = [await bought(WANG), await bought(ZHANG), await bought(other)];
  await insuredElsewhere(some, WANG.members[2]?.idNumber ?? '', by.id);
  for (const { idNumber } of ZHANG.members) await insuredElsewhere(all, idNumber, by.id);
  await stage.cloud.clock.moveTo(some.endAt - 29 * DAY_MS);
  await remindOfRenewals(stage.workshop);
  expect([await remindersOf(WANG), await remindersOf(ZHANG)]).toEqual([1, 0]);
});
