import type { EpochMs } from 'shared/time/china-day';

const { now } = Date;

/** What the phone's own clock says: the port to it. It may be wrong, so the cloud decides what it can believe. */
export const phoneTime = (): EpochMs => now();
