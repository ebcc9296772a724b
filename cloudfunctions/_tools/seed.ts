import { HOUSEHOLDS, PLACE, SPECIALIST, STAFF } from '../../shared/testing/cast';
import type { StaffRecord } from '../../shared/identity/role';
import type { Referral } from '../../shared/referral/referral.schema';
import { chinaDayOf } from '../../shared/time/china-day';
import { createRuntime } from '../_adapters/runtime';
import { deriveSecretId } from '../_core/ids';
import type { Workshop } from '../_core/operation';
import { workshopOf } from '../_core/serve';
import type { Vault } from '../_core/vault';
import { demoPlans } from './demo/catalogue';
import { DEMO_REGIONS } from './demo/regions';

/** One person of the identity bar. */
export interface Identity {
  readonly openid: string;
  readonly name: string;
  readonly role: string;
  readonly note: string;
}

/** What the seed needs of a running local cloud. */
export interface SeedSurroundings {
  /** The environment that functions get: address, keys, settings. */
  readonly environment: Readonly<Record<string, string>>;
  /** The local cloud's time, epoch ms. */
  readonly now: () => number;
  /** Tells the identity bar who there is. */
  readonly putIdentities: (identities: readonly Identity[]) => Promise<void>;
}

/** The link that is there from the start, so that a family can be tried at once. */
export const DEMO_REFERRAL_CODE = 'MXPB234567';

/** Documents written in one transaction, below the cloud's limit of 100 operations. */
const BATCH = 40;

const staffRecords = (vault: Vault, now: number): StaffRecord[] =>
  STAFF.map((person) => ({
    id: deriveSecretId(vault, 'stf', person.openid),
    name: person.name,
    openid: person.openid,
    phone: person.phone,
    grants: [
      {
        role: person.role,
        regionCode: person.regionCode,
        since: Math.min(now, 1_735_660_800_000),
        until: null,
        limitFen: null,
      },
    ],
  }));

const demoReferral = (vault: Vault, now: number): Referral => ({
  id: DEMO_REFERRAL_CODE,
  staffId: deriveSecretId(vault, 'stf', SPECIALIST.openid),
  regionCode: PLACE.village,
  campaign: `${chinaDayOf(now).slice(0, 4)} 年度参保`,
  campaignStartDay: null,
  createdAt: now,
  revokedAt: null,
});

const identities = (): Identity[] => [
  ...HOUSEHOLDS.map(({ openid, name, note }) => ({ openid, name, role: 'household', note })),
  ...STAFF.map(({ openid, name, role, note }) => ({ openid, name, role, note })),
];

const inBatches = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  );

/** Stores the demo's regions, plans, staff and enrolment link, through the stores, as an operation would write them. */
export const storeDemo = async (workshop: Workshop, at: number): Promise<void> => {
  const { vault } = workshop;
  for (const regions of inBatches(DEMO_REGIONS)) {
    await workshop.write(async (tx) => {
      for (const region of regions) await tx.regions.put(region);
    });
  }
  await workshop.write(async (tx) => {
    for (const plan of demoPlans(Number(chinaDayOf(at).slice(0, 4)))) await tx.plans.put(plan);
    for (const person of staffRecords(vault, at)) await tx.staff.put(person);
    await tx.referrals.put(demoReferral(vault, at));
  });
};

/** Fills an empty local cloud with the demo, through the real SDK, and tells it who there is to act as. */
export const seed = async ({ environment, now, putIdentities }: SeedSurroundings): Promise<void> => {
  Object.assign(process.env, environment);
  await storeDemo(workshopOf(createRuntime(process.env)), now());
  await putIdentities(identities());
};
