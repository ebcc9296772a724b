import { screen } from '@testing-library/react';
import { textOf } from 'shared/errors/catalogue';
import { refusal } from '../../../../../test/components/cloud';
import { caseSample } from '../../../../../test/components/desk-samples';
import { settle } from '../../../../../test/components/settle';
import {
  at,
  claimId,
  field,
  fillInvoice,
  handIn,
  openPage,
  press,
  rest,
  sentTo,
} from '../../../../../test/components/desk-case';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('two colleagues at one case', () => {
  it('tells who else has it open', async () => {
    await openPage({}, { attendCase: () => ({ version: 3, others: ['周敏'] }) });
    expect(screen.getByRole('status')).toHaveTextContent('周敏也打开了这件案子');
  });

  it('gives a sign every 45 seconds while it is shown', async () => {
    const calls = await openPage({});
    expect(sentTo(calls, 'attendCase')).toHaveLength(1);
    await settle(45_000);
    await settle(45_000);
    expect(sentTo(calls, 'attendCase')).toEqual([{ claimId }, { claimId }, { claimId }]);
  });

  it('offers the new state as soon as a sign brings word of it', async () => {
    const shown = { current: caseSample() };
    await openPage(shown, { attendCase: () => ({ version: 4, others: [] }) });
    await fillInvoice();
    expect(screen.getByRole('status')).toHaveTextContent('刚被别人改过');
    shown.current = caseSample({ version: 4 });
    await press('看新的进度');
    expect(screen.getByRole('status')).toHaveTextContent('您填的没有丢');
    expect(field('发票金额').value).toBe('3860.50');
  });

  it('keeps what was entered when somebody was quicker, says what happened, and goes on from there', async () => {
    const shown = { current: caseSample() };
    let refusals = 1;
    const calls = await openPage(shown, {
      assessClaim: (input) => {
        if (refusals > 0) {
          refusals -= 1;
          const step = { state: 'registered' as const, stateText: '', at, role: 'handler' as const };
          shown.current = caseSample({
            version: 4,
            steps: [
              ...caseSample().steps,
              { ...step, staffName: '李芳', reason: '事故原因需要进一步核实。' },
            ],
          });
          return refusal('VERSION_CHANGED', textOf('VERSION_CHANGED'));
        }
        return { case: caseSample({ version: Number(input.version) + 1, state: 'assessed', actions: [] }) };
      },
    });
    await fillInvoice();
    await rest();
    await handIn();
    expect(screen.getByRole('status')).toHaveTextContent('刚被别人改过');
    await press('看新的进度');
    expect(screen.getByRole('status')).toHaveTextContent(
      '李芳（理赔经办人）：立案（事故原因需要进一步核实）',
    );
    expect(field('发票金额').value).toBe('3860.50');
    expect(field('医保或别处已报').value).toBe('1200');

    await press('提交审核');
    await press('确认提交审核');
    const assessed = sentTo(calls, 'assessClaim');
    expect(assessed.map((input) => input.version)).toEqual([3, 4]);
    expect(assessed[1]?.facts).toEqual(assessed[0]?.facts);
    expect(assessed[1]?.reason).toBe(assessed[0]?.reason);
    expect(assessed[0]?.requestId).not.toBe(assessed[1]?.requestId);
    expect(screen.getByRole('status')).toHaveTextContent('已提交审核');
  });
});
