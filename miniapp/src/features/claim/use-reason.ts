import { useState } from 'react';
import { shortReason } from 'shared/contract/fields';
import { textOf } from 'shared/errors/catalogue';
import { z } from 'shared/zod';

/** A reason as it is being written, checked by the contract's own rule. */
export const useReason = () => {
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();

  /** @returns whether it can be sent. */
  const check = (): boolean => {
    const parsed = z.safeParse(shortReason, reason);
    setFault(parsed.success ? undefined : (parsed.error.issues[0]?.message ?? textOf('FIELD_INVALID')));
    return parsed.success;
  };
  const change = (text: string): void => {
    setReason(text);
    setFault(undefined);
  };
  return { reason, change, fault, check };
};
