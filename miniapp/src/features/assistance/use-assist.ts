import { useState } from 'react';
import { findFamily, openAssistance, type OpenedAssistance } from 'shared/assistance/assistance.contracts';
import type { AccidentCause, ClaimKind } from 'shared/claim/claim.schema';
import type { OutputOf } from 'shared/contract/contract';
import { faultIn } from '@/lib/contract/fault-in';
import { useCommand } from '@/lib/query/use-command';
import { useRequest } from '@/lib/query/use-request';
import { showControl } from '@/lib/navigation/show-control';

export type Family = OutputOf<typeof findFamily>;

/** What a specialist fills in, as far as it is. */
export interface Telling {
  /** Position on the policy; undefined before a choice. */
  personIndex: number | undefined;
  kind: ClaimKind | undefined;
  cause: AccidentCause | undefined;
  accidentDay: string;
  accidentTime: string;
  place: string;
  description: string;
}

const NOTHING: Telling = {
  personIndex: undefined,
  kind: undefined,
  cause: undefined,
  accidentDay: '',
  accidentTime: '',
  place: '',
  description: '',
};

/** An illness is its own cause and has no hour: noon of the day of diagnosis. */
const ofIllness = { cause: 'illness', accidentTime: '12:00' } as const;

/** What must be chosen, in the order of the page, and what is said where it is not. */
const CHOICES = {
  personIndex: '请选出事的家人。',
  kind: '请选一种情况。',
  cause: '请选一个原因。',
  accidentDay: '请选日子。',
  accidentTime: '请选大概几点钟。',
} as const satisfies Partial<Record<keyof Telling, string>>;
type Faults = Partial<Record<keyof Telling, string>>;

/** What is still to be chosen, and what the contract says of what was written. */
const faultsOf = (told: Telling): Faults => {
  const { place, description } = openAssistance.input.shape;
  const written = { place: faultIn(place, told.place), description: faultIn(description, told.description) };
  const open = (Object.keys(CHOICES) as (keyof typeof CHOICES)[]).filter(
    (chosen) => (told[chosen] ?? '') === '',
  );
  return {
    ...Object.fromEntries(open.map((chosen) => [chosen, CHOICES[chosen]])),
    ...(written.place === undefined ? {} : { place: written.place }),
    ...(written.description === undefined ? {} : { description: written.description }),
  };
};

/** The control of each place, so that the first fault is brought into sight. */
const CONTROLS: Readonly<Record<keyof Telling, string>> = {
  personIndex: 'assist-person-0',
  kind: 'assist-kind-medical',
  cause: 'assist-cause-fall',
  accidentDay: 'assist-day',
  accidentTime: 'assist-time',
  place: 'assist-place',
  description: 'assist-story',
};
const PLACES = Object.keys(CONTROLS) as (keyof Telling)[];

/** Helping a family to file: its policy by the number, what happened, the link that the family opens. Source: domain R40. */
export const useAssist = () => {
  const [policyNumber, setNumber] = useState('');
  const [family, setFamily] = useState<Family>();
  const [telling, setTelling] = useState(NOTHING);
  const [faults, setFaults] = useState<Faults>({});
  const [opened, setOpened] = useState<OpenedAssistance>();
  const finding = useRequest(findFamily);
  const opening = useCommand(openAssistance);

  const begin = (typed: string): void => {
    setNumber(typed);
    setFamily(undefined);
    setTelling(NOTHING);
    setFaults({});
    setOpened(undefined);
    opening.reset();
  };
  const faultAt = (place: keyof Telling): string | undefined => {
    return faults[place] ?? opening.error?.faultAt(place);
  };
  const show = async (places: readonly string[]): Promise<void> => {
    const first = PLACES.find((place) => places.includes(place));
    if (first !== undefined) await showControl(CONTROLS[first]);
  };

  const send = async (): Promise<void> => {
    const told = telling.kind === 'illness' ? { ...telling, ...ofIllness } : telling;
    const { personIndex, kind, cause } = told;
    const found = faultsOf(told);
    setFaults(found);
    const places = Object.keys(found);
    if (personIndex === undefined || kind === undefined || cause === undefined || places.length > 0) {
      return show(places);
    }
    const sent = await opening.run({ ...told, personIndex, kind, cause, policyNumber });
    if (sent.ok) setOpened(sent.data.assistance);
    else await show(sent.error.fields.map(({ path }) => path));
  };

  return {
    policyNumber,
    family,
    telling,
    opened,
    findError: finding.error,
    sendError: opening.error,
    faultAt,
    typeNumber: begin,
    tell: (change: Partial<Telling>): void => {
      setTelling((before) => ({ ...before, ...change }));
      setFaults((before) =>
        Object.fromEntries(Object.entries(before).filter(([place]) => !(place in change))),
      );
      opening.reset();
    },
    find: async (): Promise<void> => {
      const found = await finding.run({ policyNumber });
      if (found.ok) setFamily(found.data);
    },
    send,
  };
};
export type Assist = ReturnType<typeof useAssist>;
