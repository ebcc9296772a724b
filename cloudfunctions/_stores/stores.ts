import {
  readStore,
  writeStore,
  type CollectionDeclaration,
  type ReadStore,
  type WriteStore,
} from '../_core/collection';
import type { DocumentReader, DocumentTransaction } from '../_core/ports/database';
import type { Vault } from '../_core/vault';
import { accidents } from './accident-store';
import { answers } from './answer-store';
import { assistances } from './assistance-store';
import { attendances } from './attendance-store';
import { auditHeads } from './audit-head-store';
import { auditRows } from './audit-row-store';
import { billDays } from './bill-day-store';
import { billDifferences } from './bill-difference-store';
import { claims } from './claim-store';
import { complaints } from './complaint-store';
import { consents } from './consent-store';
import { figureEvents } from './figure-event-store';
import { figures } from './figure-store';
import { households } from './household-store';
import { ledger } from './ledger-store';
import { messages } from './message-store';
import { minorCovers } from './minor-cover-store';
import { orders } from './order-store';
import { paperViews } from './paper-view-store';
import { payouts } from './payout-store';
import { personCovers } from './person-cover-store';
import { plans } from './plan-store';
import { policies } from './policy-store';
import { referrals } from './referral-store';
import { regions } from './region-store';
import { rosterBatches } from './roster-batch-store';
import { rosterFaults } from './roster-fault-store';
import { rosters } from './roster-store';
import { sponsorships } from './sponsorship-store';
import { staff } from './staff-store';
import { tries } from './try-store';

/** Every collection of the product, by the name operations use. */
export const COLLECTIONS = {
  accidents,
  answers,
  assistances,
  attendances,
  auditHeads,
  auditRows,
  billDays,
  billDifferences,
  claims,
  complaints,
  consents,
  figureEvents,
  figures,
  households,
  ledger,
  messages,
  minorCovers,
  orders,
  paperViews,
  payouts,
  personCovers,
  plans,
  policies,
  referrals,
  regions,
  rosterBatches,
  rosterFaults,
  rosters,
  sponsorships,
  staff,
  tries,
};

type Collections = typeof COLLECTIONS;
type RecordOf<C> = C extends CollectionDeclaration<infer T> ? T : never;

/** Reading, outside a transaction. */
export type ReadStores = { readonly [K in keyof Collections]: ReadStore<RecordOf<Collections[K]>> };
/** Reading and writing, inside a transaction. */
export type WriteStores = { readonly [K in keyof Collections]: WriteStore<RecordOf<Collections[K]>> };

/** Stores that read from a database. */
export const readStores = (reader: DocumentReader, vault: Vault): ReadStores => ({
  accidents: readStore(accidents, reader, vault),
  answers: readStore(answers, reader, vault),
  assistances: readStore(assistances, reader, vault),
  attendances: readStore(attendances, reader, vault),
  auditHeads: readStore(auditHeads, reader, vault),
  auditRows: readStore(auditRows, reader, vault),
  billDays: readStore(billDays, reader, vault),
  billDifferences: readStore(billDifferences, reader, vault),
  claims: readStore(claims, reader, vault),
  complaints: readStore(complaints, reader, vault),
  consents: readStore(consents, reader, vault),
  figureEvents: readStore(figureEvents, reader, vault),
  figures: readStore(figures, reader, vault),
  households: readStore(households, reader, vault),
  ledger: readStore(ledger, reader, vault),
  messages: readStore(messages, reader, vault),
  minorCovers: readStore(minorCovers, reader, vault),
  orders: readStore(orders, reader, vault),
  paperViews: readStore(paperViews, reader, vault),
  payouts: readStore(payouts, reader, vault),
  personCovers: readStore(personCovers, reader, vault),
  plans: readStore(plans, reader, vault),
  policies: readStore(policies, reader, vault),
  referrals: readStore(referrals, reader, vault),
  regions: readStore(regions, reader, vault),
  rosterBatches: readStore(rosterBatches, reader, vault),
  rosterFaults: readStore(rosterFaults, reader, vault),
  rosters: readStore(rosters, reader, vault),
  sponsorships: readStore(sponsorships, reader, vault),
  staff: readStore(staff, reader, vault),
  tries: readStore(tries, reader, vault),
});

/** Stores that take part in one transaction. */
export const writeStores = (transaction: DocumentTransaction, vault: Vault): WriteStores => ({
  accidents: writeStore(accidents, transaction, vault),
  answers: writeStore(answers, transaction, vault),
  assistances: writeStore(assistances, transaction, vault),
  attendances: writeStore(attendances, transaction, vault),
  auditHeads: writeStore(auditHeads, transaction, vault),
  auditRows: writeStore(auditRows, transaction, vault),
  billDays: writeStore(billDays, transaction, vault),
  billDifferences: writeStore(billDifferences, transaction, vault),
  claims: writeStore(claims, transaction, vault),
  complaints: writeStore(complaints, transaction, vault),
  consents: writeStore(consents, transaction, vault),
  figureEvents: writeStore(figureEvents, transaction, vault),
  figures: writeStore(figures, transaction, vault),
  households: writeStore(households, transaction, vault),
  ledger: writeStore(ledger, transaction, vault),
  messages: writeStore(messages, transaction, vault),
  minorCovers: writeStore(minorCovers, transaction, vault),
  orders: writeStore(orders, transaction, vault),
  paperViews: writeStore(paperViews, transaction, vault),
  payouts: writeStore(payouts, transaction, vault),
  personCovers: writeStore(personCovers, transaction, vault),
  plans: writeStore(plans, transaction, vault),
  policies: writeStore(policies, transaction, vault),
  referrals: writeStore(referrals, transaction, vault),
  regions: writeStore(regions, transaction, vault),
  rosterBatches: writeStore(rosterBatches, transaction, vault),
  rosterFaults: writeStore(rosterFaults, transaction, vault),
  rosters: writeStore(rosters, transaction, vault),
  sponsorships: writeStore(sponsorships, transaction, vault),
  staff: writeStore(staff, transaction, vault),
  tries: writeStore(tries, transaction, vault),
});
