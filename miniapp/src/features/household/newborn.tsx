import { useState } from 'react';
import type { Relation } from 'shared/household/member.schema';
import { addNewborn } from 'shared/policy/add-newborn.contracts';
import type { ChinaDay } from 'shared/time/china-day';
import { Failure } from '@/components/failure/failure';
import { useCommand } from '@/lib/query/use-command';
import { emptyEntry, readEntry, type EntryFaults, type MemberEntry } from './member-entry';
import { MemberForm } from './member-form';

const CHILDREN: readonly Relation[] = ['son', 'daughter'];
const NOBODY: readonly Relation[] = [];

/** Listing a newborn on a policy: what is typed, what is wrong with it, and sending it. */
export const useNewborn = (policyId: string, startDay: ChinaDay, onAdded: () => Promise<void>) => {
  const [entry, setEntry] = useState<MemberEntry>(emptyEntry(undefined));
  const [missing, setMissing] = useState<EntryFaults>({});
  const { run, error } = useCommand(addNewborn);
  const at = (field: string): string | undefined => error?.faultAt(`child.${field}`);
  const told: EntryFaults = {
    name: at('name'),
    idNumber: at('idNumber'),
    relation: at('relation'),
    birthDay: at('birthDay'),
    sex: at('sex'),
    other: at('otherDeathCoverFen'),
  };
  return {
    entry,
    faults: { ...told, ...missing },
    /** A failure without a place at the form. */
    failure: error?.fields.some(({ path }) => path.startsWith('child.')) === true ? undefined : error,
    change: (change: Partial<MemberEntry>) => {
      setEntry((before) => ({ ...before, ...change }));
      setMissing({});
    },
    send: async (): Promise<void> => {
      const read = readEntry(entry, startDay);
      if (read.member === undefined) {
        setMissing(read.faults);
        return;
      }
      const added = await run({ policyId, child: read.member });
      if (added.ok) await onAdded();
    },
  };
};

interface NewbornFormProps {
  newborn: ReturnType<typeof useNewborn>;
  startDay: ChinaDay;
}

/** The child: son or daughter, name, number or birth certificate. */
export function NewbornForm({ newborn, startDay }: NewbornFormProps) {
  const { entry, change, faults, failure } = newborn;
  return (
    <>
      <MemberForm
        entry={entry}
        onChange={change}
        faults={faults}
        taken={NOBODY}
        among={CHILDREN}
        startDay={startDay}
      />
      {failure === undefined ? null : <Failure error={failure} />}
    </>
  );
}
