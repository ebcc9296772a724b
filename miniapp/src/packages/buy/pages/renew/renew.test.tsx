import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { getRenewal } from 'shared/policy/get-renewal.contract';
import { WANG } from 'shared/testing/cast';
import { z } from 'shared/zod';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { checkedSample, renewalSample, renewedPolicyId } from '../../../../../test/components/renewal-sample';
import { route, seen } from '../../../../../test/components/taro';
import { emptyPurchase, type Purchase } from '@/features/order/purchase';
import type { Renewal } from '@/features/order/renewal-words';
import { readStored, writeStored } from '@/lib/storage/storage';
import RenewPage from './renew';

const policyId = renewedPolicyId;
const renewal = renewalSample;

const open = async (
  changes: Partial<Renewal> = {},
  check: Operation = () => checkedSample,
  params: Record<string, string> = {},
) => {
  route.params = { policyId, ...params };
  const cloud = cloudAnswers({ getRenewal: () => ({ ...renewal, ...changes }), checkFamily: check });
  renderPage(<RenewPage />);
  await act(async () => undefined);
  return cloud;
};
const press = async (name: string) => {
  fireEvent.click(await screen.findByRole('button', { name }));
  await act(async () => undefined);
  await act(async () => undefined);
};
const START = '家人没变，接着看条款';
const draft = () => readStored('draft:purchase') as Purchase;

describe('the page of renewal', () => {
  it('has an answer that the contract accepts', () => {
    expect(z.safeParse(getRenewal.output, renewal).error).toBeUndefined();
  });

  it('says with dates that cover goes on, and what it costs', async () => {
    await open();
    expect(
      await screen.findByText(/6月1日（周二）晚上 12 点.*6月2日（周三）0 点接着保一年/),
    ).toBeInTheDocument();
    expect(screen.getByText('由示例人寿保险股份有限公司销售并承保')).toBeInTheDocument();
  });

  it('says how many days nobody is covered when it is late', async () => {
    await open({ today: '2027-06-10', startDay: '2027-06-11', gapDays: 9 });
    expect(await screen.findByText(/中间断 9 天，断的这几天出意外不赔/)).toBeInTheDocument();
  });

  it('goes with one press to the first page to be read, nothing confirmed', async () => {
    const cloud = await open();
    await press(START);
    expect(cloud.calls.find(({ name }) => name === 'checkFamily')?.input).toEqual({
      planId: 'plan-100',
      members: WANG.members,
      copies: 1,
      renewsPolicyId: policyId,
    });
    expect(seen.navigations).toEqual([
      'navigateTo /packages/buy/pages/document/document?planId=plan-100&documentId=clauses',
    ]);
    expect(draft()).toMatchObject({
      renewsPolicyId: policyId,
      priceFen: 100_00,
      phone: WANG.phone,
      checked: [{ mustSign: true }, { mustSign: true }, { mustSign: false }],
      lastDay: '2027-06-01',
      confirmations: [],
      signatures: [],
    });
  });

  describe('of a family that said on the first page that it has not changed', () => {
    const said = { unchanged: '1' };
    const family = renewal.members;

    it('leads at once to what must be read, the family checked again', async () => {
      await open({}, undefined, said);
      await waitFor(() => expect(seen.navigations).toHaveLength(1));
      expect(seen.navigations).toEqual([
        'redirectTo /packages/buy/pages/document/document?planId=plan-100&documentId=clauses',
      ]);
      expect(draft()).toMatchObject({
        renewsPolicyId: policyId,
        checked: [{ mustSign: true }, { mustSign: true }, { mustSign: false }],
        confirmations: [],
      });
    });

    it.each<[string, Partial<Renewal>, string]>([
      [
        'somebody is too old',
        { members: family.map((person, at) => (at === 1 ? { ...person, standing: 'tooOld' } : person)) },
        '这次不保',
      ],
      ['nobody can stay the policyholder', { members: family.slice(1) }, '投保人这次不能再保'],
      ['the plan is not sold', { plan: null }, '今年的方案还没有出来'],
    ])('stays and says so when %s', async (_, changes, words) => {
      await open(changes, undefined, said);
      expect(await screen.findByText(words)).toBeInTheDocument();
      expect(seen.navigations).toEqual([]);
    });

    it('stays and tells what the cloud refuses', async () => {
      await open({}, () => refusal('RENEWAL_OVER', '这份保单续保的时间过了，请重新买一份。'), said);
      expect(await screen.findByText('这份保单续保的时间过了，请重新买一份。')).toBeInTheDocument();
      expect(screen.getByRole('button', { name: START })).toBeInTheDocument();
      expect(seen.navigations).toEqual([]);
    });
  });

  it('counts nothing that was confirmed for another purchase', async () => {
    writeStored('draft:purchase', {
      ...emptyPurchase,
      planId: 'plan-100',
      planVersion: 1,
      priceFen: 100_00,
      confirmations: [{ documentId: 'clauses', version: '2026.1', sha256: 'clauses'.padEnd(64, '0') }],
    });
    await open();
    await press(START);
    expect(draft().confirmations).toEqual([]);
  });

  it('leaves out who cannot be on it, and says why', async () => {
    const [holder, wife, ...rest] = renewal.members;
    if (holder === undefined || wife === undefined) throw new Error('no family');
    const old = { ...wife, standing: 'tooOld' as const, text: '超过续保的 70 岁。', accidentShareFen: 0 };
    const cloud = await open({ members: [holder, old, ...rest] });
    const row = (await screen.findByText('李秀英')).closest('[id="renew-member-1"]') ?? document.body;
    expect(within(row as HTMLElement).getByText('这次不保')).toBeInTheDocument();
    await press(START);
    const asked = cloud.calls.find(({ name }) => name === 'checkFamily')?.input;
    expect((asked?.members as unknown[] | undefined)?.length).toBe(2);
  });

  it('offers no way on when the holder cannot go on', async () => {
    const [holder, ...rest] = renewal.members;
    if (holder === undefined) throw new Error('no family');
    await open({ members: [{ ...holder, standing: 'tooOld' }, ...rest] });
    expect(await screen.findByText('投保人这次不能再保')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: START })).toBeNull();
  });

  it('tells what the cloud refuses and goes nowhere', async () => {
    await open({}, () => refusal('RENEWAL_OVER', '这份保单续保的时间过了，请重新买一份。'));
    await press(START);
    expect(screen.getByText('这份保单续保的时间过了，请重新买一份。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });

  it('opens the ordinary pages with this family when somebody has changed', async () => {
    await open();
    await press('家人有变化，去改');
    expect(seen.navigations).toEqual(['navigateTo /packages/buy/pages/members/members']);
    expect(draft()).toMatchObject({ members: WANG.members, renewsPolicyId: policyId, confirmations: [] });
  });

  it.each([
    ['early', '还没到续保的时间'],
    ['over', '续保的时间过了'],
    ['renewed', '已经续好了'],
  ] as const)('says so when it is %s', async (phase, title) => {
    await open({ phase, renewedByPolicyId: phase === 'renewed' ? policyId : null });
    expect(await screen.findByText(title)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: START })).toBeNull();
  });
});
