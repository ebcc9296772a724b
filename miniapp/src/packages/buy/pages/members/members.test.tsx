import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { listPlans } from 'shared/product/list-plans.contract';
import { WANG } from 'shared/testing/cast';
import { idNumberFor } from 'shared/testing/id-numbers';
import { z } from 'shared/zod';
import { checkedSample } from '../../../../../test/components/renewal-sample';
import { answers, seen } from '../../../../../test/components/taro';
import { emptyPurchase, type Purchase } from '@/features/order/purchase';
import { readStored, writeStored } from '@/lib/storage/storage';
import MembersPage from './members';

const insurer = { name: '示例人寿保险股份有限公司', hotline: '95519', complaintChannel: '打 95519 转投诉。' };
const plan = {
  id: 'plan-100',
  line: 'family-accident-100',
  version: 1,
  regionCode: '350421',
  year: 2026,
  name: '家庭意外险 100 元',
  productName: '家庭意外伤害保险',
  filingNumber: '备案 1 号',
  isSample: false,
  priceFen: 100_00,
  priceUnit: 'household',
  maxCopies: 1,
  insuredSex: 'any',
  admitsNewborns: true,
  insurer,
  accident: {
    kind: 'accident',
    sumFen: 200_000_00,
    disability: {
      standard: 'JR/T 0083-2013',
      version: '2013',
      gradeRatios: Array.from({ length: 10 }, (_, at) => 10_000 - at * 1_000),
    },
    clause: '第三条',
  },
  medical: {
    kind: 'medical',
    limitFen: 12_000_00,
    deductibleFen: 100_00,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '第四条',
  },
  allowance: null,
  illness: null,
  minAgeDays: 28,
  maxAgeYears: 65,
  renewalMaxAgeYears: 70,
  maxMembers: 8,
  documents: [],
  position: 1,
};
const offer = { villageName: '坪埠村', townshipName: '城关乡', startDay: '2026-06-02', plans: [plan] };

/** Opens the page with a draft, over a cloud that answers each operation in one way. */
const open = async (draft: Partial<Purchase>, replies: Record<string, object>, button = '下一步，看条款') => {
  writeStored('draft:purchase', {
    ...emptyPurchase,
    planId: plan.id,
    planVersion: 1,
    priceFen: plan.priceFen,
    ...draft,
  });
  answers.set('cloud.callFunction', (options) => ({
    result: replies[(options as { data: { name: string } }).data.name],
  }));
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MembersPage />
    </QueryClientProvider>,
  );
  await screen.findByRole('button', { name: button });
};
const ok = (data: object) => ({ ok: true, data });
const plans = { listPlans: ok(offer), getHousehold: ok({ household: null }) };
const family: Partial<Purchase> = { members: [...WANG.members], phone: WANG.phone, prefilled: true };
const goOn = async () => {
  fireEvent.click(screen.getByRole('button', { name: '下一步，看条款' }));
  await act(async () => undefined);
  await act(async () => undefined);
};
const broughtIntoSight = () =>
  seen.calls
    .filter(({ name }) => name === 'pageScrollTo')
    .map(({ options }) => (options as { selector: string }).selector);
const rowOf = (name: string) =>
  screen.getByText(name).closest('[id^="member-"]')?.parentElement ?? document.body;

describe('the family page', () => {
  it('has an offer that the contract accepts', () => {
    expect(z.safeParse(listPlans.output, offer).success).toBe(true);
  });

  it('asks for the first person with nothing in the way of it', async () => {
    await open({ prefilled: true }, plans, '添加家人');
    expect(screen.queryByRole('button', { name: '下一步，看条款' })).toBeNull();
  });

  it('shows what each person would hold, the spare fen by list position', async () => {
    await open(family, plans);
    expect(within(rowOf('王建国')).getByText(/66,666\.67/)).toBeInTheDocument();
    expect(within(rowOf('王小雨')).getByText(/66,666\.66/)).toBeInTheDocument();
  });

  it('puts the fault that the cloud found at the row of its person and goes nowhere', async () => {
    const message = '这位家人在这段时间已有同一保障，不用重复买。';
    await open(family, {
      ...plans,
      checkFamily: {
        ok: false,
        error: {
          code: 'MEMBER_ALREADY_INSURED',
          message,
          requestId: 'req-1',
          fields: [{ path: 'members.1.idNumber', code: 'MEMBER_ALREADY_INSURED', message }],
        },
      },
    });
    await goOn();
    expect(within(rowOf('李秀英')).getByRole('alert')).toHaveTextContent(message);
    expect(within(rowOf('王建国')).queryByRole('alert')).toBeNull();
    expect(seen.navigations).toEqual([]);
    expect(broughtIntoSight()).toEqual(['#member-1']);
  });

  it('finds by itself who is too old, at that row, without asking the cloud', async () => {
    const [holder] = WANG.members;
    const old = { name: '王老五', idNumber: idNumberFor('1950-01-01', 13), relation: 'spouse' as const };
    await open({ ...family, members: [...(holder === undefined ? [] : [holder]), old] }, plans);
    const alert = within(rowOf('王老五')).getByRole('alert');
    expect(alert).toHaveTextContent('超过 65 岁，不能新参保。请不选这位家人');
    await goOn();
    expect(seen.navigations).toEqual([]);
  });

  it('asks for a right phone number before anything is checked', async () => {
    await open({ ...family, phone: '1385080' }, plans);
    await goOn();
    expect(screen.getByText('手机号不对，请写 11 位手机号。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
    expect(broughtIntoSight()).toEqual(['#members-phone']);
  });

  it('goes on with who must sign, and nothing confirmed beforehand', async () => {
    await open(family, {
      ...plans,
      checkFamily: ok(checkedSample),
    });
    await goOn();
    expect(seen.navigations).toEqual(['navigateTo /packages/buy/pages/pay/pay']);
    expect(readStored('draft:purchase')).toMatchObject({
      checked: [{ mustSign: true }, { mustSign: true }, { mustSign: false }],
      confirmations: [],
    });
  });
});
