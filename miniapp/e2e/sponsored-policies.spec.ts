/** Policies that others pay for, from the roster to the family's hands, with every page of the way looked at three ways. */
import type { Browser } from 'playwright-core';
import { checkRoster, decideRoster, listRosters, uploadRoster } from 'shared/roster/roster.contracts';
import { ROSTER_COLUMNS, type RosterField } from 'shared/roster/columns';
import {
  confirmTransfer,
  listSponsoredRosters,
  recordTransfer,
  steerIssuing,
} from 'shared/sponsor/transfer.contracts';
import { openGift } from 'shared/sponsor/gift.contracts';
import {
  APPROVER,
  CASHIER,
  COUNTY_MANAGER,
  SPECIALIST,
  WANG,
  ZHANG,
  type CastHousehold,
} from 'shared/testing/cast';
import { startLocalCloud, type LocalCloud } from '../test/local-cloud';
import { launchBrowser } from './browser/launch';
import { placesOrder } from './console/lively-cloud';
import { takePictures, type Pictured } from './journey/pictures';
import { storedIn } from './journey/records';

let cloud: LocalCloud;
let browser: Browser;
beforeAll(async () => {
  cloud = await startLocalCloud();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

const TRANSFERS = '/packages/desk/pages/transfers/transfers';
const GIFT = '/packages/buy/pages/gift/gift';
const TREASURY = { kind: 'government', name: '明溪县财政局' } as const;

const looksWell = (page: Omit<Pictured, 'routes'> & { route: string }): Promise<void> =>
  takePictures(browser, cloud.url, { ...page, routes: [page.route] });

const RELATIONS = { self: '本人', spouse: '配偶', son: '儿子', daughter: '女儿' };
const FIELDS = [
  'household',
  'name',
  'idNumber',
  'relation',
  'phone',
  'township',
  'village',
  'group',
] as const;

const csvOf = (families: readonly CastHousehold[]): string => {
  const rows = families.flatMap(({ members, phone }, index) =>
    members.map((member): Partial<Record<RosterField, string>> => ({
      household: `H${String(index + 1)}`,
      name: member.name,
      idNumber: member.idNumber,
      relation: Object.entries(RELATIONS).find(([relation]) => relation === member.relation)?.[1] ?? '',
      phone,
      township: '城关乡',
      village: '坪埠村',
      group: '二女结扎户',
    })),
  );
  const lines = [
    FIELDS.map((field) => ROSTER_COLUMNS[field].title),
    ...rows.map((row) => FIELDS.map((field) => row[field] ?? '')),
  ];
  return `\uFEFF${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
};

let requests = 0;
const requestId = (): string => `sponsored-request-${String((requests += 1)).padStart(4, '0')}`;

/** A roster that the county's manager uploaded and kept. */
const acceptedRoster = async (families: readonly CastHousehold[], shareFen: number): Promise<string> => {
  const manager = COUNTY_MANAGER.openid;
  const { plans } = await storedIn(cloud, manager, listRosters, {});
  const sent = await fetch(`${cloud.url}/_local/files/rosters-inbox/roster-${String(shareFen)}.csv`, {
    method: 'PUT',
    headers: { 'x-openid': manager },
    body: csvOf(families),
  });
  const { fileID: fileId } = (await sent.json()) as { fileID: string };
  const { roster } = await storedIn(cloud, manager, uploadRoster, {
    requestId: requestId(),
    fileId,
    fileName: '2026年应保尽保名单.csv',
    planId: plans[0]?.id ?? '',
    sponsor: TREASURY,
    shareFen,
    campaignStartDay: null,
  });
  for (let state = roster.state; state === 'checking';) {
    state = (await storedIn(cloud, manager, checkRoster, { rosterId: roster.id })).roster.state;
  }
  const decision = { requestId: requestId(), rosterId: roster.id, decision: 'keepGood' } as const;
  const kept = await storedIn(cloud, manager, decideRoster, decision);
  expect(kept.roster.counts).toMatchObject({ goodHouseholds: families.length, faultyRows: 0 });
  return roster.id;
};

const recorded = async (rosterId: string) => {
  const { today, rosters } = await storedIn(cloud, CASHIER.openid, listSponsoredRosters, {});
  const amountFen = rosters.find((roster) => roster.rosterId === rosterId)?.dueFen ?? 0;
  const entry = { rosterId, amountFen, reference: `20261122${String(amountFen).padStart(8, '0')}` };
  await storedIn(cloud, CASHIER.openid, recordTransfer, {
    requestId: requestId(),
    ...entry,
    receivedDay: today,
  });
  return entry;
};
const confirmed = async (entry: Awaited<ReturnType<typeof recorded>>): Promise<void> => {
  await storedIn(cloud, APPROVER.openid, confirmTransfer, { requestId: requestId(), ...entry });
};
const issued = async (rosterId: string): Promise<void> => {
  await storedIn(cloud, CASHIER.openid, steerIssuing, { requestId: requestId(), rosterId, to: 'issuing' });
  await cloud.runTimer('issue-rosters');
};

it('from the roster to the family`s hands', async () => {
  const rosterId = await acceptedRoster([WANG], 100_00);
  await looksWell({ name: 'transfers-due', openid: CASHIER.openid, route: TRANSFERS, sees: '登记到账' });
  await looksWell({
    name: 'transfer-sheet',
    openid: CASHIER.openid,
    route: TRANSFERS,
    after: async (phone) => {
      await phone.tap('登记到账');
      await phone.write('到账金额', '90');
    },
    sees: /少 10\.00 元/,
  });
  const entry = await recorded(rosterId);
  await looksWell({
    name: 'transfer-confirm',
    openid: APPROVER.openid,
    route: TRANSFERS,
    after: (phone) => phone.tap('对照流水确认'),
    sees: '和流水一致，确认',
  });
  await confirmed(entry);
  await issued(rosterId);
  await looksWell({
    name: 'transfers',
    openid: CASHIER.openid,
    route: TRANSFERS,
    sees: '余款（要退给单位）',
  });
  await looksWell({
    name: 'untold',
    openid: SPECIALIST.openid,
    route: '/packages/staff/pages/untold/untold',
    sees: '王*国家，3 人',
  });
  const [head] = WANG.members;
  await looksWell({
    name: 'gift',
    openid: WANG.openid,
    route: GIFT,
    after: (phone) => phone.write('户主姓名', WANG.name),
    sees: '查一查',
  });
  await looksWell({
    name: 'gift-signing',
    openid: WANG.openid,
    route: GIFT,
    after: async (phone) => {
      await phone.write('户主姓名', WANG.name);
      await phone.write('户主身份证号', head?.idNumber ?? '');
      await phone.tap('查一查');
    },
    sees: '李*英 · 配偶',
  });
  const { policyIds } = await storedIn(cloud, WANG.openid, openGift, {
    requestId: requestId(),
    name: WANG.name,
    idNumber: head?.idNumber ?? '',
    phone: WANG.phone,
    strokes: [
      Array.from({ length: 20 }, (_, step) => [20 + step * 8, 40 + (step % 3) * 6, step * 16] as const),
    ].map((stroke) => stroke.map(([x, y, at]): [number, number, number] => [x, y, at])),
  });
  expect(policyIds).toHaveLength(1);
  await looksWell({ name: 'gift-home', openid: WANG.openid, route: '/pages/home/home', sees: '王建国' });
});

it('a premium of two payers, on the way to a relative', async () => {
  const rosterId = await acceptedRoster([ZHANG], 60_00);
  await confirmed(await recorded(rosterId));
  await issued(rosterId);
  const { order } = await placesOrder(cloud, ZHANG);
  expect(order.payers.map(({ amountFen }) => amountFen)).toEqual([60_00, 40_00]);
  await looksWell({
    name: 'split-payment',
    openid: WANG.openid,
    route: `/packages/buy/pages/pay-for-family/pay-for-family?orderId=${order.orderId}`,
    sees: '明溪县财政局替这家出 60 元，还要付 40 元。',
  });
});
