import type { Policy } from '../../../shared/policy/policy.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { chinaDayOf, monthOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { deriveId } from '../../_core/ids';

/** Whether the family has its policy: it opened it, or somebody brought it. Source: domain R36, R42. */
const isReceived = ({ openedAt, delivery }: Policy): boolean => openedAt !== null || delivery !== null;

const receivedEvent = (policy: Policy, at: number): FigureEvent => ({
  id: deriveId('evt', 'policyOpened', policy.id),
  kind: 'policyOpened',
  subject: policy.id,
  regionCode: policy.regionCode,
  month: monthOf(chinaDayOf(at)),
  at,
  adds: { ...EMPTY_TALLY, policiesOpened: 1 },
  folded: false,
});

/** Stores how a policy was received; the first way counts, and is counted once. Source: domain R36. */
export const storeReceipt = async (
  tx: WriteStores,
  before: Policy,
  received: Policy,
  at: number,
): Promise<void> => {
  await tx.policies.put(received);
  if (!isReceived(before)) await tx.figureEvents.create(receivedEvent(received, at));
};
