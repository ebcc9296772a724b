import { useState } from 'react';
import { complain, type ComplaintView } from 'shared/complaint/complaint.contracts';
import type { InputOf } from 'shared/contract/contract';
import { faultIn } from '@/lib/contract/fault-in';
import { useCommand } from '@/lib/query/use-command';

type About = InputOf<typeof complain>['about'];
type Place = 'words' | 'phone';
const { words: wordsRule, phone: phoneRule } = complain.input.shape;

/** A complaint as it is being written, checked by the contract's own rules. */
export const useComplaint = (about: About) => {
  const [typed, setTyped] = useState({ words: '', phone: '' });
  const [faults, setFaults] = useState<Partial<Record<Place, string | undefined>>>({});
  const [sent, setSent] = useState<ComplaintView>();
  const { run, error, reset } = useCommand(complain);
  const phone = typed.phone.trim() === '' ? null : typed.phone;
  return {
    typed,
    sent,
    error,
    faultAt: (place: Place): string | undefined => faults[place] ?? error?.faultAt(place),
    type: (change: Partial<typeof typed>): void => {
      setTyped((before) => ({ ...before, ...change }));
      setFaults({});
      reset();
    },
    send: async (): Promise<void> => {
      const found = { words: faultIn(wordsRule, typed.words), phone: faultIn(phoneRule, phone) };
      setFaults(found);
      if (found.words !== undefined || found.phone !== undefined) return;
      const done = await run({ about, words: typed.words, phone });
      if (done.ok) setSent(done.data.complaint);
    },
  };
};
export type Complaint = ReturnType<typeof useComplaint>;
