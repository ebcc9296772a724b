import { randomBytes } from 'node:crypto';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import type { Plan } from '../../../shared/product/plan.schema';
import { checkRoster, getRoster, uploadRoster } from '../../../shared/roster/roster.contracts';
import { COUNTY_MANAGER, type CastHousehold } from '../../../shared/testing/cast';
import { hires } from '../../_tools/testing/claims';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { rosterWorkbook } from '../../_tools/testing/workbooks';
import { issueRosters } from '../sponsor/issue-rosters';

const MANAGER = COUNTY_MANAGER.openid;
const TREASURY = '明溪县财政局';

let stage: Stage;
let plan: Plan;
beforeAll(async () => {
  stage = await setStage();
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  const found = await stage.workshop.read.plans.get((await planAt(stage, newFamily())).id);
  if (!found) throw new Error('no plan');
  plan = found;
});
afterAll(() => stage.close());

/** A share that the treasury has promised to a family; its roster is finished. */
const promised = async (family: CastHousehold): Promise<void> => {
  const { id } = await fundedRoster(stage, { plan, families: [family], shareFen: 60_00 });
  await issueRosters(stage.workshop);
  expect(await stage.workshop.read.rosters.get(id)).toMatchObject({
    state: 'issued',
    issuing: { pledged: 1 },
  });
};

/** What a check finds of a roster on which the wife stands first. */
const checkedWifeFirst = async ({ members }: CastHousehold, sponsor: string) => {
  const [holder, spouse, son] = members;
  const rows = [
    { household: '1', name: spouse?.name ?? '', idNumber: spouse?.idNumber ?? '', relation: '本人' },
    { household: '1', name: holder?.name ?? '', idNumber: holder?.idNumber ?? '', relation: '配偶' },
    { household: '1', name: son?.name ?? '', idNumber: son?.idNumber ?? '', relation: '儿子' },
  ];
  const name = `${randomBytes(6).toString('hex')}.xlsx`;
  const input = {
    fileId: await stage.upload(name, await rosterWorkbook(rows), MANAGER, 'rosters-inbox'),
    fileName: name,
    planId: plan.id,
    sponsor: { kind: 'government', name: sponsor } as const,
    shareFen: 30_00,
    campaignStartDay: null,
    requestId: requestIdForTest(),
  };
  const { roster } = await stage.ask(uploadRoster, input, MANAGER);
  await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
  return stage.ask(getRoster, { rosterId: roster.id }, MANAGER);
};

describe('a share that a finished roster promised and the family has not used', () => {
  it('is found though another of the household stands first, and is said to be the body`s own where it is', async () => {
    const family = newFamily();
    await promised(family);
    const other = await checkedWifeFirst(family, '城关乡人民政府');
    expect(other.roster.counts).toMatchObject({ goodHouseholds: 0, doubleSubsidies: 1 });
    expect(other.faults).toMatchObject([
      {
        reason: `${TREASURY}已经给这一户出了钱，不能重复补助。`,
        advice: expect.stringContaining('那家单位') as string,
      },
    ]);
    const own = await checkedWifeFirst(family, TREASURY);
    expect(own.faults).toMatchObject([{ advice: expect.stringContaining('本单位的另一份名单') as string }]);
  });

  it('stands in nobody`s way once it was used and came back', async () => {
    const family = newFamily();
    await promised(family);
    const { order, payment } = await stage.ask(
      buyCover,
      orderInput(family, await planAt(stage, family)),
      family.openid,
    );
    if (!payment) throw new Error('no payment');
    await stage.cashier(payment, family.openid, 'pay');
    const policyId =
      (await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid)).order.policyId ?? '';
    const bought = await checkedWifeFirst(family, '城关乡人民政府');
    expect(bought.roster.counts).toMatchObject({ insuredAlready: 1, doubleSubsidies: 0 });
    const { cancellation } = await stage.ask(previewCancellation, { policyId }, family.openid);
    const cancel = { requestId: requestIdForTest(), policyId, refundFen: cancellation.refundFen };
    await stage.ask(cancelPolicy, cancel, family.openid);
    const again = await checkedWifeFirst(family, '沙溪乡人民政府');
    expect(again.roster.counts).toMatchObject({ goodHouseholds: 1, doubleSubsidies: 0 });
  });
});
