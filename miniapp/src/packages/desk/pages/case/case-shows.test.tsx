import { act, screen, within } from '@testing-library/react';
import { medicalStatement } from 'shared/testing/sample-claims';
import { instantAt } from 'shared/time/china-day';
import { rememberWalk } from '@/features/desk/queue-walk';
import { player, seen } from '../../../../../test/components/taro';
import { at, claimId, openPage, press } from '../../../../../test/components/desk-case';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('what a case shows', () => {
  it('comes in one call; who else has it open is asked beside it', async () => {
    const calls = await openPage({});
    expect(calls.map(({ name }) => name).filter((name) => name !== 'attendCase')).toEqual(['openCase']);
  });

  it('is that it is of the own household, instead of a step', async () => {
    await openPage({ isOwnHousehold: true, actions: [] });
    expect(screen.getByText('自家的案子，由别人办。')).toBeVisible();
    expect(screen.queryByText(/这一步由别的同事办/)).toBeNull();
  });

  it('is what is out of the ordinary: objection, consent, panel with votes, advance, notices', async () => {
    await openPage({
      consentAwaited: true,
      objection: { at, reason: '少算了一张发票' },
      panel: {
        reason: '有不同意见',
        openedAt: at,
        votes: [{ staffName: '孙丽', choice: 'pay', reason: '证据充分', at }],
        outcome: null,
      },
      advance: {
        statement: medicalStatement,
        reason: '医药费已经确定',
        proposedAt: at,
        proposedBy: '周敏',
        approvedAt: null,
      },
      papers: [{ url: 'https://kept/list.jpg', at }],
      notices: [
        { at, papers: [{ called: '费用清单', photos: [0] }], answeredAt: at, allowedReason: null },
        {
          at: at + 1,
          papers: [{ called: '病历', photos: [] }],
          answeredAt: null,
          allowedReason: '案情有新变化',
        },
      ],
    });
    expect(screen.getByText('少算了一张发票')).toBeVisible();
    expect(screen.getByText(/本人还没确认身故保额/)).toBeVisible();
    expect(screen.getByText('孙丽：应当赔付')).toBeVisible();
    expect(screen.getByText(/周敏 .*医药费已经确定/)).toBeVisible();
    expect(screen.getByText('等批准')).toBeVisible();
    expect(screen.getByText(/主管同意再问：案情有新变化/)).toBeVisible();
    expect(screen.getByText('还没补来')).toBeVisible();
    expect(screen.getByText('费用清单（第 1 张）')).toBeVisible();
    expect(screen.getByRole('button', { name: '看大图：第 1 张材料，费用清单' })).toBeVisible();
  });

  it('is who gets which share, and the paper that proves it with one press', async () => {
    const heir = { relation: 'heir' as const, maskedNumber: '**** 4567', bank: '农商银行' };
    await openPage({
      payees: [
        { ...heir, holder: '李秀英', weight: 2, proof: 1 },
        { ...heir, holder: '王建国', weight: 1, proof: null },
      ],
      papers: [
        { url: 'https://papers/1', at },
        { url: 'https://papers/2', at },
      ],
    });
    expect(screen.getByText('2/3')).toBeVisible();
    await press(/^李秀英（法定继承人）/);
    await press(/第 2 张材料，李秀英的证明/);
    expect(seen.calls).toContainEqual({
      name: 'previewImage',
      options: { current: 'https://papers/2', urls: ['https://papers/1', 'https://papers/2'] },
    });
  });

  it('is what the family said, played, stopped, and asked for again when it did not sound', async () => {
    await openPage({ voice: { url: 'https://papers/voice.mp3' } });
    const done = (name: string) => seen.calls.filter((call) => call.name === name).length;
    await press('听家属说的经过');
    await press('停');
    expect([done('player.play'), done('player.destroy')]).toEqual([1, 1]);
    await press('听家属说的经过');
    await act(async () => player.tell('error'));
    expect(screen.getByText('没有放出来，请再按一次。')).toBeVisible();
    await press('听家属说的经过');
    await act(async () => player.tell('ended'));
    expect(screen.getByRole('button', { name: '听家属说的经过' })).toBeVisible();
  });

  it('is which specialist filled it in for the family, by the ends of the name, and when the family sent it', async () => {
    await openPage({ assistedBy: { maskedName: '林*芳', sentAt: instantAt('2026-06-05', '09:12') } });
    const line = screen.getByText('服务专员林*芳替家里填写，家属核对后自己发出');
    expect(within(line.parentElement ?? line).getByText('2026年6月5日 09:12')).toBeVisible();
  });

  it('leads from one case of the queue to the next', async () => {
    rememberWalk(['clm_before', claimId, 'clm_after']);
    await openPage({});
    await press('下一件');
    await press('上一件');
    expect(seen.navigations).toEqual([
      'redirectTo /packages/desk/pages/case/case?claimId=clm_after',
      'redirectTo /packages/desk/pages/case/case?claimId=clm_before',
    ]);
  });
});
