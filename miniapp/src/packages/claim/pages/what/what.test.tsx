import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { EMPTY_CLAIM_DRAFT, type ClaimDraft } from '@/features/claim/claim-draft';
import { readStored, writeStored } from '@/lib/storage/storage';
import type { PolicyView } from 'shared/policy/policy-view';
import { addDays } from 'shared/time/china-day';
import { policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { answers, recorder, seen } from '../../../../../test/components/taro';
import WhatPage from './what';

/** A second cover of the same family: days in hospital and diseases. */
const womensCover: PolicyView = {
  ...policySample,
  policyId: 'pol_cccccccccccccccccccc',
  planName: '女性安康 200 元',
  medical: null,
  allowance: { waitingDays: 3, maxDays: 90 },
  insured: policySample.insured.map((person) => ({
    ...person,
    accidentShareFen: 0,
    accidentLeftFen: 0,
    allowancePerDayFen: 5_000,
    illnessSumFen: 2_000_000,
  })),
};
const keptDraft = () => readStored('draft:claim') as ClaimDraft;
const draft: ClaimDraft = { ...EMPTY_CLAIM_DRAFT, policyId: policySample.policyId, personIndex: 1 };
const kinds = () => screen.getAllByRole('radio', { name: /（/ }).map(({ textContent }) => textContent);

const open = async (policies: PolicyView[], change: Partial<ClaimDraft> = {}) => {
  writeStored('draft:claim', { ...draft, ...change });
  cloudAnswers({ listMyPolicies: () => ({ today: TODAY, policies }) });
  renderPage(<WhatPage />);
  await screen.findByRole('radiogroup', { name: '要办哪一种' });
};
const press = (role: 'button' | 'radio', name: string | RegExp) =>
  act(async () => void fireEvent.click(screen.getByRole(role, { name })));

describe('what happened', () => {
  it('offers the kinds that any of the person`s covers answers', async () => {
    await open([policySample]);
    expect(kinds()).toHaveLength(3);
    expect(screen.queryByRole('radio', { name: /住院补贴/ })).toBeNull();
  });

  it('offers all five where the covers together hold them, and says what each pays at most', async () => {
    await open([policySample, womensCover]);
    expect(kinds()).toHaveLength(5);
    await press('radio', /住院补贴/);
    expect(screen.getByText('从住院第 4 天起，每天补 50 元，一年最多 90 天。')).toBeInTheDocument();
  });

  it('asks of an illness for the day and the hospital, never for a cause or an hour', async () => {
    await open([policySample, womensCover], { cause: 'fall', accidentTime: '09:00' });
    await press('radio', /得了重病/);
    expect(screen.queryByRole('radiogroup', { name: '因为什么' })).toBeNull();
    expect(screen.queryByLabelText('大概几点钟')).toBeNull();
    expect(screen.getByRole('textbox', { name: '在哪家医院确诊的' })).toBeInTheDocument();
    expect(keptDraft()).toMatchObject({ kind: 'illness', cause: 'illness', accidentTime: '12:00' });
    await press('radio', /看病花了钱/);
    expect(keptDraft()).toMatchObject({ kind: 'medical', accidentTime: '' });
    expect(keptDraft().cause).toBeUndefined();
  });

  it('answers day, hour and place with one tap each, and takes any other answer in the field', async () => {
    await open([policySample], { kind: 'medical' });
    await press('button', '昨天');
    await press('button', '下午');
    await press('button', '路上');
    expect(keptDraft()).toMatchObject({
      accidentDay: addDays(TODAY, -1),
      accidentTime: '15:00',
      place: '路上',
    });
    expect(screen.getByRole('button', { name: '路上' })).toHaveAttribute('aria-selected', 'true');
    fireEvent.change(screen.getByRole('textbox', { name: '在哪里出的事' }), { target: { value: '村口' } });
    expect(keptDraft().place).toBe('村口');
    expect(screen.getByRole('button', { name: '路上' })).toHaveAttribute('aria-selected', 'false');
  });

  it('says at once that a day lies in no cover of this person', async () => {
    await open([policySample], { accidentDay: '2025-12-31' });
    expect(
      screen.getByText('这天不在保障期内（2026年1月2日到2027年1月1日），请核对日期。'),
    ).toBeInTheDocument();
  });

  it('takes a spoken account instead of words', async () => {
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/voice.mp3' }));
    await open([policySample], {
      kind: 'medical',
      cause: 'fall',
      accidentDay: '2026-06-04',
      accidentTime: '14:30',
      place: '村口',
    });
    await press('button', '下一步');
    expect(screen.getByText('请写几句经过，或者录一段话。')).toBeInTheDocument();
    await press('button', '开始录音');
    await act(async () => recorder.tell('stop', { tempFilePath: 'voice.mp3', duration: 9_000 }));
    await waitFor(() =>
      expect(keptDraft().voice).toEqual({
        path: expect.stringMatching(/unsent-\w+\.mp3$/) as string,
        fileId: 'cloud://x/claims-inbox/voice.mp3',
        seconds: 9,
      }),
    );
    await press('button', '下一步');
    expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/papers/papers']);
  });
});
