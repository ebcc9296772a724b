import { index, unique, type IndexDeclaration } from '../_core/collection';

/**
 * Every index of the product, by collection: what deployment makes in the cloud, and what the local cloud plans with.
 * Each serves queries that are really asked; the test beside this file finds those that none serves.
 */
export const INDEXES = {
  assistances: [index('staffId', '-openedAt')],
  audit_rows: [unique('chain', 'sequence')],
  bill_days: [index('day')],
  bill_differences: [index('state', 'foundAt'), index('day')],
  claims: [
    index('householdId', '-reportedAt'),
    index('countyCode', 'turn', 'queueKey'),
    index('countyCode', 'reportedAt'),
    index('nextLookAt'),
    index('marks'),
  ],
  complaints: [
    index('householdId', '-raisedAt'),
    index('countyCode', 'state', 'queueKey'),
    index('nextLookAt'),
  ],
  figure_events: [index('folded', 'at')],
  figures: [index('regionCode', 'month')],
  ledger: [index('subject'), index('billDay', 'billNumber')],
  messages: [index('openid', '-createdAt'), index('delivery', 'createdAt')],
  orders: [index('nextLookAt'), index('householdId', '-createdAt')],
  paper_views: [index('claimId', '-at')],
  payouts: [index('countyCode', 'state', '-createdAt'), index('claimId', 'createdAt')],
  person_covers: [index('personKey')],
  plans: [index('regionCode', 'year', 'position')],
  policies: [
    index('giftKey'),
    index('regionCode', 'giftKey'),
    index('householdId', '-startAt'),
    index('nextReminderAt'),
    index('number'),
  ],
  referrals: [index('staffId', '-createdAt')],
  regions: [index('parentCode')],
  roster_batches: [index('rosterId', 'number'), index('rosterId', 'open', 'number'), index('personKeys')],
  rosters: [
    index('state', 'uploadedAt'),
    index('countyCode', 'state', '-uploadedAt'),
    index('countyCode', '-uploadedAt'),
    index('nextCheckAt'),
  ],
  staff: [index('grants.regionCode')],
} satisfies Readonly<Record<string, readonly IndexDeclaration[]>>;
