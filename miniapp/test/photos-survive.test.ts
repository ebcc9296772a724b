/** What was photographed and spoken for a report outlives a closed app, on phones that run the compiled package. */
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { listMyClaims } from 'shared/claim/list-my-claims.contract';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { WANG } from 'shared/testing/cast';
import { addDays, instantAt, type ChinaDay } from 'shared/time/china-day';
import { Cases, payeeOf } from '../e2e/claim-cases';
import { makeLively } from '../e2e/console/lively-cloud';
import { ask } from './journey/records';
import { startLocalCloud, type LocalCloud } from './local-cloud';
import { photo } from './photo';
import { Phone } from './weapp-harness/phone';

const colours = [0xf2efe6, 0x9fb4c7, 0xa84712];
const photos = colours.map((colour, index) => ({ name: `paper-${index + 1}.jpg`, bytes: photo({ colour }) }));

let cloud: LocalCloud;
let today = '';

beforeAll(async () => {
  cloud = await startLocalCloud();
  await makeLively(cloud);
  today = addDays((await ask(cloud, WANG.openid, listMyPolicies, {})).today, 2);
  await cloud.moveClock({ now: instantAt(today, '10:00') });
}, 120_000);
afterAll(() => cloud.stop());

/** Taps as soon as it is there. */
const tap = async (phone: Phone, id: string): Promise<void> => {
  await phone.see({ id });
  await phone.tap({ id });
};
const uploads = ({ platformCalls }: Phone): number =>
  platformCalls.filter((name) => name === 'cloud.uploadFile').length;
const claims = async () => (await ask(cloud, WANG.openid, listMyClaims, {})).claims;

/** A report up to the question how it happened. */
const begins = async (person: number, day: ChinaDay = today): Promise<Phone> => {
  const phone = await Phone.switchOn({ cloud, openid: WANG.openid, path: 'packages/claim/pages/who/who' });
  await tap(phone, `claim-person-${person}`);
  await tap(phone, 'claim-who-next');
  await tap(phone, 'claim-kind-medical');
  await tap(phone, 'claim-cause-fall');
  await phone.choose({ id: 'claim-day' }, day);
  await phone.choose({ id: 'claim-time' }, '06:30');
  await phone.write({ id: 'claim-place' }, '村口');
  return phone;
};

/** A report up to its papers; three photos are taken where there is no network. */
const takesPhotosWithoutNetwork = async (person: number, story: string): Promise<Phone> => {
  const phone = await begins(person);
  await phone.write({ id: 'claim-story' }, story);
  await tap(phone, 'claim-what-next');
  await phone.see({ id: 'claim-photos-add' });
  phone.person.online = false;
  phone.person.photos = [...photos];
  await tap(phone, 'claim-photos-add');
  await phone.see({ label: '第 3 张没传上，再传一次' });
  expect(phone.files.own()).toHaveLength(3);
  return phone;
};

const fillsInAccount = async (phone: Phone): Promise<void> => {
  await tap(phone, 'claim-papers-next');
  await phone.see({ id: 'claim-account' });
  await phone.write({ id: 'claim-account' }, '6228480012345678908');
  await tap(phone, 'claim-bank-0');
};

/** The newest claim holds each of the photos once, and nothing of them is left on the phone. */
const arrivedOnce = async (phone: Phone, before: number): Promise<void> => {
  const after = await claims();
  expect(after).toHaveLength(before + 1);
  const { claim } = await ask(cloud, WANG.openid, getMyClaim, { claimId: after[0]?.claimId ?? '' });
  expect(new Set(claim.photos.map(({ url }) => new URL(url).pathname)).size).toBe(3);
  expect(claim.photos).toHaveLength(3);
  expect(uploads(phone)).toBe(3);
  expect(phone.files.own()).toEqual([]);
};

it('uploads after a relaunch what was chosen before it, each photo once, and nothing is asked for again', async () => {
  const before = (await claims()).length;
  const closed = await takesPhotosWithoutNetwork(0, '下坡时摔倒，左手骨折。');
  const phone = await closed.relaunch();
  await phone.open('/packages/claim/pages/papers/papers');
  await phone.see({ label: '材料照片第 3 张' });
  expect(phone.has({ id: 'claim-photos-retry-1' })).toBe(false);
  expect(uploads(phone)).toBe(3);
  await fillsInAccount(phone);
  await tap(phone, 'claim-submit');
  await phone.see({ text: /收到了/ });
  await arrivedOnce(phone, before);
  phone.switchOff();
});

it('sends by itself after a relaunch the report that waited for a network, with its photos, once', async () => {
  const before = (await claims()).length;
  const closed = await takesPhotosWithoutNetwork(1, '劈柴时砍到手，缝了五针。');
  await fillsInAccount(closed);
  await tap(closed, 'claim-submit');
  await closed.see({ text: '已存在手机里，有网了自动再发' });
  expect(await claims()).toHaveLength(before);
  const phone = await closed.relaunch();
  await phone.idle();
  await arrivedOnce(phone, before);
  const again = await phone.relaunch();
  expect(await claims()).toHaveLength(before + 1);
  again.switchOff();
});

it('has after a relaunch the photos of papers that were asked for, each at its place; all of them let the clock go on', async () => {
  const cases = new Cases(cloud);
  const { policies } = await ask(cloud, WANG.openid, listMyPolicies, {});
  const claimId = await cases.filed({
    policyId: policies[0]?.policyId ?? '',
    personIndex: 2,
    kind: 'medical',
    cause: 'burn',
    accidentDay: today,
    place: '灶台边',
    description: '开水烫到了手。',
    payees: [payeeOf('王建国', { relation: 'guardian' })],
  });
  await cases.papersAsked(claimId, ['invoice'], ['学校的证明']);
  const page = `/packages/claim/pages/more-papers/more-papers?claimId=${claimId}`;
  const closed = await Phone.switchOn({ cloud, openid: WANG.openid, path: page });
  await closed.see({ id: 'more-papers-2-add' });
  closed.person.online = false;
  closed.person.photos = photos.slice(0, 1);
  await tap(closed, 'more-papers-2-add');
  await closed.see({ label: '第 1 张没传上，再传一次' });

  const phone = await closed.relaunch();
  await phone.open(page);
  await phone.see({ label: '学校的证明第 1 张' });
  expect(phone.has({ text: /还差：医院发票/ })).toBe(true);
  phone.person.photos = photos.slice(1, 2);
  await tap(phone, 'more-papers-1-add');
  await tap(phone, 'more-papers-submit');
  expect(phone.seen.toasts).toContain('收到了，接着办');
  const { claim } = await ask(cloud, WANG.openid, getMyClaim, { claimId });
  expect(claim).toMatchObject({ state: 'registered', missingPapers: [] });
  expect(claim.photos).toHaveLength(4);
  expect([uploads(phone), phone.files.own()]).toEqual([2, []]);
  phone.switchOff();
});

/** Twelve seconds of speech as WeChat records it, in frames of 36 ms. */
const speech = (): Uint8Array => {
  const frame = Buffer.alloc(216);
  frame.writeUInt32BE(0xfff368c4);
  return Buffer.concat(Array.from({ length: 333 }, () => frame));
};

/** A report of the day before up to its papers, told by voice alone where there is no network. */
const speaksWithoutNetwork = async (person: number): Promise<Phone> => {
  const phone = await begins(person, addDays(today, -1));
  phone.person.online = false;
  phone.person.says = { name: 'said.mp3', bytes: speech(), seconds: 12 };
  await tap(phone, 'claim-voice-record');
  await tap(phone, 'claim-voice-stop');
  await phone.see({ id: 'claim-voice-retry' });
  expect(phone.files.own()).toEqual([expect.stringMatching(/unsent-\w+\.mp3$/)]);
  return phone;
};

/** The newest claim has what was said, to the last byte, and nothing of it is left on the phone. */
const heardOnce = async (phone: Phone, before: number): Promise<void> => {
  const after = await claims();
  expect(after).toHaveLength(before + 1);
  const { claim } = await ask(cloud, WANG.openid, getMyClaim, { claimId: after[0]?.claimId ?? '' });
  const heard = await fetch(claim.voice?.url ?? '');
  expect(Buffer.compare(Buffer.from(await heard.arrayBuffer()), speech())).toBe(0);
  expect(phone.files.own()).toEqual([]);
};

it('has after a relaunch the voice note that was spoken before it, and sends it instead of words', async () => {
  const before = (await claims()).length;
  const closed = await speaksWithoutNetwork(0);
  const phone = await closed.relaunch();
  await phone.open('/packages/claim/pages/what/what');
  await phone.see({ text: '录音 12 秒，已传好' });
  expect(uploads(phone)).toBe(1);
  phone.person.photos = photos.slice(0, 1);
  await tap(phone, 'claim-what-next');
  await tap(phone, 'claim-photos-add');
  await fillsInAccount(phone);
  await tap(phone, 'claim-submit');
  await phone.see({ text: /收到了/ });
  await heardOnce(phone, before);
  expect(uploads(phone)).toBe(2);
  phone.switchOff();
});

it('sends the voice note of a report that waited for a network by itself after a relaunch, once', async () => {
  const before = (await claims()).length;
  const closed = await speaksWithoutNetwork(1);
  closed.person.photos = photos.slice(1, 2);
  await tap(closed, 'claim-what-next');
  await tap(closed, 'claim-photos-add');
  await fillsInAccount(closed);
  await tap(closed, 'claim-submit');
  await closed.see({ text: '已存在手机里，有网了自动再发' });
  const phone = await closed.relaunch();
  await phone.idle();
  await heardOnce(phone, before);
  expect(uploads(phone)).toBe(2);
  (await phone.relaunch()).switchOff();
  expect(await claims()).toHaveLength(before + 1);
});

it('says when the microphone is not allowed, and keeps nothing', async () => {
  const phone = await begins(0);
  await tap(phone, 'claim-voice-record');
  await phone.see({ text: /没有打开麦克风/ });
  expect(phone.files.own()).toEqual([]);
  phone.switchOff();
});

it('deletes when it starts what a closed app left behind without a draft', async () => {
  const closed = await takesPhotosWithoutNetwork(0, '被狗咬了一口。');
  const [path = ''] = closed.files.own();
  closed.files.copy(path, 'wxfile://usr/unsent-left.jpg');
  closed.files.copy(path, 'wxfile://usr/other.jpg');
  const phone = await closed.relaunch();
  expect(phone.files.own()).toHaveLength(4);
  expect(phone.files.own()).toContain('wxfile://usr/other.jpg');
  expect(phone.files.own()).not.toContain('wxfile://usr/unsent-left.jpg');
  phone.switchOff();
});
