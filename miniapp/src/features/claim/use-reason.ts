import { useState } from 'react';
import { shortReason } from 'shared/contract/fields';
import { faultIn } from '@/lib/contract/fault-in';

/** A reason as it is being written, checked by the contract's own rule. */
export const useReason = () => {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();

  /** @returns whether it can be sent. */
  const check = (): boolean => {
    const found = faultIn(shortReason, reason);
    setFault(found);
    return found === undefined;
  };
  const change = (text: string): void => {
    setReason(text);
    setFault(undefined);
  };
  return { reason, change, fault, check };
};
