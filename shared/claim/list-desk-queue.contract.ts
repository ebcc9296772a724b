import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';
import { queueRow } from './case-view';

/** The cases of the caller's region that are not over, first due first. */
export const listDeskQueue = contract({
  name: 'listDeskQueue',
  function: 'desk',
  input: z.strictObject({}),
  output: z.strictObject({ today: chinaDay, rows: z.array(queueRow) }),
  errors: [],
});
