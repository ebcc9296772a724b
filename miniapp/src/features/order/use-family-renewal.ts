import { useState } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import { renewForFamily, type getFamilyRenewal } from 'shared/policy/renew-for-family.contracts';
import type { SaleDocument } from 'shared/product/plan.schema';
import { useCommand } from '@/lib/query/use-command';
import { phoneTime } from '@/lib/time/phone-time';
import { pressed, type Confirmation } from './purchase';
import { useSettlement } from './use-settlement';

export type FamilyRenewal = OutputOf<typeof getFamilyRenewal>;

/** A relative's way through a renewal: the family, each page to be read and confirmed, then the payment. */
export const useFamilyRenewal = (code: string, renewal: FamilyRenewal | undefined) => {
  const [hasBegun, setBegun] = useState(false);
  const [confirmations, setConfirmations] = useState<Confirmation[]>([]);
  const [paidPolicyId, setPaid] = useState<string>();
  const placing = useCommand(renewForFamily, { kept: 'untilForgotten' });
  const { standing, settle, look, restart } = useSettlement((policyId) => {
    setPaid(policyId);
    return Promise.resolve();
  }, placing.forget);
  const page = renewal?.pages.find((id) => !confirmations.some(({ documentId }) => documentId === id));

  return {
    /** What comes next: the family, the page to read, the payment, or nothing more. */
    step: paidPolicyId !== undefined ? 'paid' : !hasBegun ? 'family' : page !== undefined ? 'page' : 'pay',
    page,
    standing,
    error: placing.error,
    look,
    begin: () => setBegun(true),
    confirm: (shown: SaleDocument) => setConfirmations((before) => [...before, pressed(shown, phoneTime())]),
    pay: async (): Promise<void> => {
      const plan = renewal?.plan ?? null;
      if (renewal === undefined || plan === null) return;
      restart();
      const placed = await placing.run({
        code,
        planId: plan.id,
        planVersion: plan.version,
        priceFen: renewal.priceFen,
        confirmations,
      });
      if (placed.ok) await settle(placed.data.order.orderId, placed.data.payment);
    },
  } as const;
};
