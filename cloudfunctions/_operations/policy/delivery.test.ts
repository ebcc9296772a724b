import { findDelivery, recordDelivery } from '../../../shared/policy/delivery.contracts';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { replaySale } from '../../../shared/order/replay-sale.contract';
import { APPROVER, HANDLER, SPECIALIST, WANG, ZHANG } from '../../../shared/testing/cast';
import { coveredFamilies, hires } from '../../_tools/testing/claims';
import { SIGNATURE } from '../../_tools/testing/order-input';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let wang: string;
let number: string;
let other: string;
beforeAll(async () => {
  stage = await setStage();
  const [one = '', two = ''] = await coveredFamilies(stage, WANG, ZHANG);
  wang = one;
  number = (await stage.workshop.read.policies.get(one))?.number ?? '';
  other = (await stage.workshop.read.policies.get(two))?.number ?? '';
});
afterAll(() => stage.close());

const find = (policyNumber: string, openid = SPECIALIST.openid) =>
  stage.call(findDelivery, { policyNumber }, openid);
const record = (policyNumber: string, note = '交给王建国本人', openid = SPECIALIST.openid) =>
  stage.call(recordDelivery, { requestId: requestIdForTest(), policyNumber, note }, openid);
const receipts = async (policyId: string) =>
  (await stage.workshop.read.figureEvents.find({ where: { folded: false }, limit: 100 })).filter(
    ({ kind, subject }) => kind === 'policyOpened' && subject === policyId,
  ).length;

describe('bringing a policy home', () => {
  it('shows the specialist of the village whose it is and nothing that could be copied out', async () => {
    const reply = await find(number);
    expect(reply).toMatchObject({ data: { policy: { maskedHolderName: '王*国', deliveredOn: null } } });
    const told = JSON.stringify(reply);
    expect(
      WANG.members.filter(({ name, idNumber }) => told.includes(name) || told.includes(idNumber)),
    ).toEqual([]);
    expect(told).not.toContain('Fen');
  });

  it('takes full-width digits and blanks, and refuses what is no number', async () => {
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    expect(await find(` ${wide.slice(0, 6)} ${wide.slice(6)}`)).toMatchObject({ ok: true });
    for (const wrong of ['', '123', `${number}0`, `${number.slice(0, 21)}x`, '九'.repeat(22)])
      expect(await find(wrong)).toMatchObject({ error: { code: 'INVALID_INPUT' } });
    for (const note of ['', '好', '字'.repeat(101), 'a\u0007b', '第一行\n第二行'])
      expect(await record(number, note)).toMatchObject({ error: { fields: [{ path: 'note' }] } });
  });

  it('is not for another village, nor for somebody who is no specialist', async () => {
    await hires(stage, 'o-next-village', ['specialist'], '350421200202');
    expect(await find(number, 'o-next-village')).toMatchObject({ error: { code: 'POLICY_NOT_FOUND' } });
    expect(await record(number, '交给本人', 'o-next-village')).toMatchObject({
      error: { code: 'POLICY_NOT_FOUND' },
    });
    expect(await find(number, WANG.openid)).toMatchObject({ error: { code: 'FORBIDDEN' } });
  });

  it('records the visit once, counts one receipt, also when the family opens it afterwards', async () => {
    expect(await record(number)).toMatchObject({ ok: true });
    expect(await record(number)).toMatchObject({ error: { code: 'DELIVERY_RECORDED' } });
    await stage.ask(getPolicy, { policyId: wang }, WANG.openid);
    expect(await receipts(wang)).toBe(1);
    expect((await stage.workshop.read.policies.get(wang))?.delivery?.note).toBe('交给王建国本人');
    expect(await stage.workshop.read.auditRows.find({ where: { chain: wang }, limit: 20 })).toContainEqual(
      expect.objectContaining({ action: 'policy.delivered' }),
    );
  });

  it('lets nobody search for numbers', async () => {
    await hires(stage, 'o-curious', ['specialist'], '350421200201');
    const codes: string[] = [];
    for (let tries = 0; tries < 32; tries += 1) {
      const reply = await find(String(10n ** 21n + BigInt(tries)), 'o-curious');
      codes.push(reply.ok ? '' : reply.error.code);
    }
    expect(codes.slice(-2)).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    expect(await find(other, 'o-curious')).toMatchObject({ ok: true });
  });
});

describe('showing a sale again', () => {
  const replay = (openid = HANDLER.openid) => stage.call(replaySale, { policyNumber: number }, openid);
  const looks = async () =>
    (await stage.workshop.read.auditRows.find({ where: { chain: wang }, limit: 50 })).filter(
      ({ action }) => action === 'policy.saleReplayed',
    );

  it('shows each page in the version confirmed, with its text and its hash found right, and who signed', async () => {
    const sale = await stage.ask(replaySale, { policyNumber: number }, HANDLER.openid);
    const order = await stage.workshop.read.orders.get(
      (await stage.workshop.read.policies.get(wang))?.orderId ?? '',
    );
    expect(
      sale.pages.map(({ documentId, version, sha256, confirmedAt }) => ({
        documentId,
        version,
        sha256,
        confirmedAt,
      })),
    ).toEqual(order?.confirmations);
    expect(
      sale.pages.every(({ standing, sections }) => standing === 'same' && (sections?.length ?? 0) > 0),
    ).toBe(true);
    expect(sale.people.map(({ signature }) => signature)).toEqual([SIGNATURE, SIGNATURE, null]);
    const told = JSON.stringify(sale);
    expect(WANG.members.filter(({ idNumber }) => told.includes(idNumber))).toEqual([]);
  });

  it('says so when the text kept is not what was confirmed, or is not kept', async () => {
    const policy = await stage.workshop.read.policies.get(wang);
    const plan = await stage.workshop.read.plans.get(policy?.planId ?? '');
    const [first, second, ...rest] = plan?.documents ?? [];
    if (!plan || !first || !second) throw new Error('no pages');
    const documents = [{ ...first, title: `${first.title}（改）` }, { ...second, version: '9.9' }, ...rest];
    await stage.workshop.write((tx) => tx.plans.put({ ...plan, documents }));
    const sale = await stage.ask(replaySale, { policyNumber: number }, HANDLER.openid);
    const standings = new Map(sale.pages.map(({ documentId, standing }) => [documentId, standing]));
    expect([standings.get(first.id), standings.get(second.id)]).toEqual(['altered', 'missing']);
    await stage.workshop.write((tx) => tx.plans.put(plan));
  });

  it('writes down who looked, each time', async () => {
    const before = (await looks()).length;
    await replay();
    await replay(APPROVER.openid);
    const after = (await looks()).slice(before);
    expect(new Set(after.map(({ actor }) => actor)).size).toBe(2);
  });

  it('is not for another county, the family or the specialist, and then nobody is said to have looked', async () => {
    await hires(stage, 'o-next-county', ['handler'], '350423');
    const before = (await looks()).length;
    expect(await replay('o-next-county')).toMatchObject({ error: { code: 'POLICY_NOT_FOUND' } });
    expect(await replay(WANG.openid)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(await replay(SPECIALIST.openid)).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect((await looks()).length).toBe(before);
  });
});
