import type { RenewalTerms } from './renewal';

/**
 * Configuration (sample): when a county's insurer renews and when families are reminded. No source gives the days of a
 * campaign; until the county's own are loaded, every county has these. Source: domain R4, R41.
 */
const SAMPLE_TERMS: RenewalTerms = {
  opensDaysBefore: 60,
  closesDaysAfter: 30,
  remindDays: [-30, -7, -1, 0, 7, 14, 21, 28],
  remindAt: '09:00',
};
const TERMS_BY_COUNTY: Readonly<Record<string, RenewalTerms>> = {};

/** The terms of renewal in a county, by its six digits. */
export const renewalTermsOf = (countyCode: string): RenewalTerms =>
  TERMS_BY_COUNTY[countyCode] ?? SAMPLE_TERMS;
