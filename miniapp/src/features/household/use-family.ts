import { useState } from 'react';
import type { InputOf } from 'shared/contract/contract';
import { mobilePhone } from 'shared/contract/fields';
import { forgetHousehold, keepHousehold } from 'shared/household/keep-household.contracts';
import { z } from 'shared/zod';
import { ask } from '@/lib/ask/ask';
import { useCommand } from '@/lib/query/use-command';
import type { ContactFaults } from './contact-form';
import { EMPTY_CONTACT, readContact } from './read-contact';

type Family = Omit<InputOf<typeof keepHousehold>, 'requestId'>;

/** Changing what is remembered of the family, and forgetting it. */
export const useFamily = (remembered: Family, onDone: () => Promise<void>) => {
  const [family, setFamily] = useState(remembered);
  const [contact, setContact] = useState(remembered.contact ?? EMPTY_CONTACT);
  const [faults, setFaults] = useState<{ phone?: string; contact: ContactFaults }>({ contact: {} });
  const [isSaved, setSaved] = useState(false);
  const keeping = useCommand(keepHousehold);
  const forgetting = useCommand(forgetHousehold);

  const save = async (): Promise<void> => {
    const phone = z.safeParse(mobilePhone, family.phone);
    const read = readContact(contact);
    if (!phone.success || read.faults !== undefined) {
      const why = phone.success ? undefined : phone.error.issues[0]?.message;
      setFaults({ ...(why === undefined ? {} : { phone: why }), contact: read.faults ?? {} });
      return;
    }
    const kept = await keeping.run({ ...family, phone: phone.data, contact: read.contact });
    setSaved(kept.ok);
    if (kept.ok) await onDone();
  };

  const forget = async (): Promise<void> => {
    const isSure = await ask({
      title: '删除记住的家人',
      text: '姓名、证件号、电话、联系人都会删掉，明年要重新填。保单、付款和理赔记录按法律要留存，不会删。',
      yes: '删除',
      no: '先不删',
    });
    if (isSure && (await forgetting.run({})).ok) await onDone();
  };

  return {
    family,
    contact,
    faults,
    isSaved,
    error: keeping.error ?? forgetting.error,
    change: (part: Partial<Family>) => {
      setFamily((before) => ({ ...before, ...part }));
      setSaved(false);
      setFaults((before) => ({ contact: before.contact }));
    },
    changeContact: (part: Partial<typeof contact>) => {
      setContact((before) => ({ ...before, ...part }));
      setSaved(false);
      setFaults({ contact: {} });
    },
    save,
    forget,
  };
};
