import { contract } from '../contract/contract';
import { z } from '../zod';
import { chinaDay } from '../time/china-day';
import { staffRole } from '../identity/role';
import { referralView } from '../referral/referral-view';
import { tally } from './figures';
import { regionFigure } from './tally-view';

/** The first page of association staff: their region's figures and, for a specialist, the current links. */
export const getStaffHome = contract({
  name: 'getStaffHome',
  function: 'staff',
  input: z.strictObject({}),
  output: z.strictObject({
    today: chinaDay,
    /** `YYYY-MM`. */
    month: z.string(),
    staffName: z.string(),
    role: staffRole,
    region: regionFigure,
    /** Since the start of the year. */
    year: tally,
    referrals: z.array(referralView),
  }),
  errors: [],
});
