import { act, fireEvent, screen } from '@testing-library/react';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../test/components/cloud';
import { checkedSample, renewalSample, renewedPolicyId } from '../../../test/components/renewal-sample';
import { seen } from '../../../test/components/taro';
import type { Purchase } from '@/features/order/purchase';
import type { Renewal } from '@/features/order/renewal-words';
import { readStored } from '@/lib/storage/storage';
import { RenewalCard } from './renewal-card';

const { lastDay, startDay, gapDays, today } = renewalSample;
const family = renewalSample.members;
const tooOld = family.slice(-1).map((person) => ({ ...person, standing: 'tooOld' as const }));
const refuses = () => refusal('BUSY', '请稍等');
const page = `navigateTo /packages/buy/pages/renew/renew?policyId=${renewedPolicyId}`;

/** Presses that the family is as it was; answers where that led. */
const saysUnchanged = async (found: Operation, check: Operation = () => checkedSample): Promise<string[]> => {
  cloudAnswers({ getRenewal: found, checkFamily: check });
  const renewal = { policyId: renewedPolicyId, lastDay, startDay, gapDays };
  renderPage(<RenewalCard renewal={renewal} today={today} />);
  fireEvent.click(screen.getByRole('button', { name: '家人没变，去续保' }));
  await act(async () => undefined);
  await act(async () => undefined);
  return seen.navigations;
};

describe('the card of renewal on the first page', () => {
  it('leads a family that has not changed straight to what it must read, checked again', async () => {
    expect(await saysUnchanged(() => renewalSample)).toEqual([
      'navigateTo /packages/buy/pages/document/document?planId=plan-100&documentId=clauses',
    ]);
    expect(readStored('draft:purchase')).toMatchObject({
      renewsPolicyId: renewedPolicyId,
      lastDay,
      checked: [{ mustSign: true }, { mustSign: true }, { mustSign: false }],
      confirmations: [],
    } satisfies { [key in keyof Purchase]?: unknown });
  });

  it.each<[string, Partial<Renewal>]>([
    ['somebody is too old', { members: [...family.slice(0, -1), ...tooOld] }],
    ['nobody can stay the policyholder', { members: family.slice(1) }],
    ['the plan is not sold', { plan: null }],
    ['it is renewed already', { phase: 'renewed', renewedByPolicyId: renewedPolicyId }],
  ])('leads to the page that says so when %s', async (_, changes) => {
    expect(await saysUnchanged(() => ({ ...renewalSample, ...changes }))).toEqual([page]);
    expect(readStored('draft:purchase')).toBeUndefined();
  });

  it.each<[string, Operation, Operation]>([
    ['the renewal cannot be read', refuses, () => checkedSample],
    ['the family is refused', () => renewalSample, refuses],
  ])('leads there as well when %s', async (_, found, check) => {
    expect(await saysUnchanged(found, check)).toEqual([page]);
  });
});
