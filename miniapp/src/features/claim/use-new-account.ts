import { useState } from 'react';
import { correctAccount } from 'shared/claim/answer-decision.contracts';
import type { ClaimView } from 'shared/claim/claim-view';
import { isAccountNumber } from 'shared/claim/payees';
import { textOf } from 'shared/errors/catalogue';
import { faultIn } from '@/lib/contract/fault-in';
import type { TypedAccount } from './account-fields';
import { useClaimCommand } from './use-claim-command';

type Faults = Partial<Record<keyof TypedAccount, string>>;

const faultsOf = ({ number, bank }: TypedAccount): Faults => {
  const bankFault = faultIn(correctAccount.input.shape.bank, bank);
  return {
    ...(isAccountNumber(number) ? {} : { number: textOf('ACCOUNT_INVALID') }),
    ...(bankFault === undefined ? {} : { bank: bankFault }),
  };
};

/** Another account for the payee whose payment the bank returned; the first of them, when there are several. */
export const useNewAccount = (claimId: string, claim: ClaimView | undefined) => {
  const [account, setAccount] = useState<TypedAccount>({ number: '', bank: '' });
  const [faults, setFaults] = useState<Faults>({});
  const { send, error } = useClaimCommand(correctAccount, claimId, '换好了，重新打款');
  const payout = claim?.payouts.find(({ state }) => state === 'failed');
  return {
    account,
    payout,
    change: (change: Partial<TypedAccount>): void => {
      setAccount({ ...account, ...change });
      setFaults({});
    },
    faultAt: (field: keyof TypedAccount): string | undefined => faults[field] ?? error?.faultAt(field),
    error: error !== undefined && error.fields.length > 0 ? undefined : error,
    send: async (): Promise<void> => {
      const found = faultsOf(account);
      setFaults(found);
      if (Object.keys(found).length === 0 && payout !== undefined)
        await send({ claimId, payee: payout.payee, ...account });
    },
  };
};
