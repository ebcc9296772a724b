import { showControl } from '@/lib/navigation/show-control';

/** Where a fault is shown: the id of its control. */
const CONTROL_AT: Readonly<Record<string, string>> = {
  kind: 'claim-kind-medical',
  cause: 'claim-cause-fall',
  accidentDay: 'claim-day',
  accidentTime: 'claim-time',
  place: 'claim-place',
  description: 'claim-story',
  'payees.0.number': 'claim-account',
  'payees.0.bank': 'claim-bank',
};

/** Brings the control of a fault into sight; the other faults stand at the top of their page. */
export const showFault = async (path: string): Promise<void> => {
  const control = CONTROL_AT[path];
  if (control !== undefined) await showControl(control);
};
