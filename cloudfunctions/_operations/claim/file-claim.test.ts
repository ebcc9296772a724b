import type { Reply } from '../../../shared/contract/contract';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { listMyClaims } from '../../../shared/claim/list-my-claims.contract';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { WANG, ZHANG } from '../../../shared/testing/cast';
import { addDays, chinaDayOf } from '../../../shared/time/china-day';
import {
  claimInput,
  coveredFamilies,
  filedClaim,
  jpegPhoto,
  uploadPhotos,
  payeeOf,
} from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let policyId: string;
let today: string;

beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG);
  today = chinaDayOf(stage.cloud.clock.now());
});
afterAll(() => stage.close());

/** Everything a filing writes. */
const written = async () => {
  const { read } = stage.workshop;
  const counts = await Promise.all([
    read.claims.find({ where: { householdId: { gte: '' } }, limit: 1000 }),
    read.accidents.find({ where: { policyId: { gte: '' } }, limit: 1000 }),
    read.figureEvents.find({ where: { folded: { in: [true, false] } }, limit: 1000 }),
    read.messages.find({ where: { openid: { gte: '' } }, limit: 1000 }),
    read.auditRows.find({ where: { chain: { gte: '' } }, limit: 1000 }),
  ]);
  return [...counts.map((rows) => rows.length), stage.cloud.files('claims/').length];
};
const faultsOf = (reply: Reply) =>
  reply.ok
    ? 'ok'
    : [reply.error.code, ...(reply.error.fields ?? []).map((field) => `${field.path} ${field.code}`)];

describe('fileClaim', () => {
  it('stores claim, accident, audit, figure event and message together, with clean photos and a promised day', async () => {
    const input = await claimInput(stage, WANG, policyId);
    const { claim } = await stage.ask(fileClaim, input, WANG.openid);
    expect(claim).toMatchObject({
      state: 'reported',
      personName: '王建国',
      actions: ['sendPapers', 'withdraw'],
      statement: null,
    });
    expect(claim.promise.day > today).toBe(true);
    expect(claim.clock).toMatchObject({ share: 0, state: 'running' });
    expect(claim.timeline[0]).toMatchObject({ state: 'reported', status: 'now' });
    expect(claim.payees[0]?.maskedNumber).toBe('**** 4567');

    const { read } = stage.workshop;
    const stored = await read.claims.get(claim.claimId);
    expect(stored).toMatchObject({ version: 1, countyCode: '350421', state: 'reported' });
    expect(stored?.payees[0]?.account.number).toBe('6222021402001234567');
    expect(stored?.papers).toHaveLength(2);
    expect(await read.figureEvents.find({ where: { subject: claim.claimId }, limit: 5 })).toMatchObject([
      { kind: 'claimReported', month: today.slice(0, 7), adds: { claimsReported: 1, paidFen: 0 } },
    ]);
    const messages = await read.messages.find({
      where: { openid: WANG.openid, kind: 'claimProgress' },
      limit: 5,
    });
    expect(messages).toMatchObject([{ title: '收到您的报案', delivery: 'waiting' }]);
    expect(await read.auditRows.find({ where: { chain: claim.claimId }, limit: 5 })).toMatchObject([
      { action: 'claim.reported', sequence: 1 },
    ]);

    expect(stage.cloud.files('claims-inbox/')).toEqual([]);
    const [first] = claim.photos;
    const photo = await fetch(first?.url ?? '');
    const bytes = Buffer.from(await photo.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(jpegPhoto(1).includes('GPS')).toBe(true);
    expect(bytes.includes('Exif') || bytes.includes('GPS')).toBe(false);
    await stage.ask(
      withdrawClaim,
      { requestId: requestIdForTest(), claimId: claim.claimId, reason: '先不报了' },
      WANG.openid,
    );
  });

  it('keeps nothing personal readable in the database', async () => {
    const claimId = await filedClaim(stage, WANG, policyId, { accidentTime: '09:00' });
    const document = JSON.stringify(await stage.workshop.ports.database.get('claims', claimId));
    for (const secret of ['王建国', '6222021402001234567', '自家院子', '踩空']) {
      expect(document).not.toContain(secret);
    }
    await stage.ask(
      withdrawClaim,
      { requestId: requestIdForTest(), claimId, reason: '先不报了' },
      WANG.openid,
    );
  });

  it('answers a repeat with the same claim, though its uploads are gone by then', async () => {
    const input = await claimInput(stage, WANG, policyId, {
      personIndex: 1,
      payees: [payeeOf('李秀英')],
    });
    const first = await stage.ask(fileClaim, input, WANG.openid);
    const before = await written();
    const again = await stage.ask(fileClaim, input, WANG.openid);
    expect(again.claim.claimId).toBe(first.claim.claimId);
    expect(again.claim.photos).toHaveLength(2);
    expect(await written()).toEqual(before);
    expect(faultsOf(await stage.call(fileClaim, { ...input, place: '别处' }, WANG.openid))).toEqual([
      'REQUEST_ID_REUSED',
    ]);
  });

  it('gives one claim for a double tap', async () => {
    const input = await claimInput(stage, WANG, policyId, {
      personIndex: 2,
      kind: 'disability',
      payees: [payeeOf('李秀英', { relation: 'guardian' })],
    });
    const replies = await Promise.all([1, 2, 3].map(() => stage.ask(fileClaim, input, WANG.openid)));
    expect(new Set(replies.map((reply) => reply.claim.claimId)).size).toBe(1);
    const claims = await stage.workshop.read.claims.find({ where: { kind: 'disability' }, limit: 5 });
    expect(claims).toHaveLength(1);
  });

  it('gives one claim when two phones report the same accident at once, and takes a new one after a withdrawal', async () => {
    const inputs = await Promise.all(
      [1, 2, 3].map(() => claimInput(stage, WANG, policyId, { kind: 'medical', accidentTime: '07:00' })),
    );
    const replies = await Promise.all(inputs.map((input) => stage.call(fileClaim, input, WANG.openid)));
    const filed = replies.filter((reply) => reply.ok);
    expect(filed).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok).map(faultsOf)).toEqual([
      ['CLAIM_ALREADY_FILED'],
      ['CLAIM_ALREADY_FILED'],
    ]);
    const open = (await stage.ask(listMyClaims, {}, WANG.openid)).claims.filter(
      (claim) => claim.kind === 'medical' && claim.personName === '王建国' && claim.state === 'reported',
    );
    expect(open).toHaveLength(1);
    const claimId = open[0]?.claimId ?? '';
    await stage.ask(withdrawClaim, { requestId: requestIdForTest(), claimId, reason: '填错了' }, WANG.openid);
    expect(await filedClaim(stage, WANG, policyId)).not.toBe(claimId);
  });
});

describe('fileClaim refuses, and writes nothing', () => {
  const refusals: [string, (input: Awaited<ReturnType<typeof claimInput>>) => object, unknown][] = [
    [
      'an accident before cover starts',
      () => ({ accidentDay: addDays(today, -1), accidentTime: '23:59' }),
      ['NOT_COVERED_THAT_DAY', 'accidentDay NOT_COVERED_THAT_DAY'],
    ],
    [
      'an accident in the future',
      () => ({ accidentDay: addDays(today, 1) }),
      ['ACCIDENT_IN_FUTURE', 'accidentDay ACCIDENT_IN_FUTURE'],
    ],
    [
      'somebody who is not on the policy',
      () => ({ personIndex: 3 }),
      ['PERSON_NOT_INSURED', 'personIndex PERSON_NOT_INSURED'],
    ],
    [
      'an account that is no number, at its field',
      () => ({ payees: [payeeOf('王建国', { number: '12345' })] }),
      ['ACCOUNT_INVALID', 'payees.0.number ACCOUNT_INVALID'],
    ],
    [
      'an account of somebody else, at its field',
      () => ({ payees: [payeeOf('张三')] }),
      ['ACCOUNT_NAME_WRONG', 'payees.0.holder ACCOUNT_NAME_WRONG'],
    ],
    [
      'a photo that was never uploaded, at its place',
      ({ photos }) => ({ photos: [photos[0], `${String(photos[0])}x`] }),
      ['PHOTO_MISSING', 'photos.1 PHOTO_MISSING'],
    ],
    [
      'a file from outside the inbox, at its place',
      ({ photos }) => ({ photos: [String(photos[0]).replace('claims-inbox', 'claims')] }),
      ['PHOTO_MISSING', 'photos.0 PHOTO_MISSING'],
    ],
    [
      'several things at once, each at its place',
      () => ({
        accidentDay: addDays(today, 1),
        payees: [payeeOf('王建国', { number: '1' })],
      }),
      ['ACCIDENT_IN_FUTURE', 'accidentDay ACCIDENT_IN_FUTURE', 'payees.0.number ACCOUNT_INVALID'],
    ],
    [
      'an accident before the person was born',
      () => ({ accidentDay: '1979-03-14' }),
      ['ACCIDENT_BEFORE_BIRTH', 'accidentDay ACCIDENT_BEFORE_BIRTH'],
    ],
    [
      'a report without words and without a voice',
      () => ({ description: '摔了' }),
      ['DESCRIPTION_MISSING', 'description DESCRIPTION_MISSING'],
    ],
    [
      'two payees while the person lives',
      () => ({ payees: [payeeOf('王建国'), payeeOf('王建国', { number: '6222021402009999999' })] }),
      ['PAYEES_WRONG', 'payees PAYEES_WRONG'],
    ],
  ];
  it.each(refusals)('%s', async (_what, changes, expected) => {
    const input = await claimInput(stage, WANG, policyId, { accidentTime: '00:00', kind: 'medical' });
    const before = await written();
    const reply = await stage.callRaw('fileClaim', { ...input, ...changes(input) }, WANG.openid);
    expect(faultsOf(reply)).toEqual(expected);
    expect(await written()).toEqual(before);
  });

  it('a photo that is not an image, at its place', async () => {
    const fake = await stage.upload('fake.jpg', Buffer.from('<script>alert(1)</script>'), WANG.openid);
    const cut = await stage.upload('cut.jpg', jpegPhoto(1).subarray(0, 40), WANG.openid);
    const [good = ''] = await uploadPhotos(stage, WANG.openid, 1);
    const input = await claimInput(stage, WANG, policyId, {
      photos: [good, fake, cut],
      personIndex: 0,
      kind: 'death',
      payees: [payeeOf('李秀英', { relation: 'heir', proofPhoto: 0 })],
    });
    const before = await written();
    expect(faultsOf(await stage.call(fileClaim, input, WANG.openid))).toEqual([
      'PHOTO_NOT_IMAGE',
      'photos.1 PHOTO_NOT_IMAGE',
      'photos.2 PHOTO_NOT_IMAGE',
    ]);
    expect(await written()).toEqual(before);
  });

  it('a photo above 20 MB, at its place', async () => {
    const bytes = Buffer.concat([jpegPhoto(2), Buffer.alloc(20 * 1024 * 1024)]);
    const huge = await stage.workshop.ports.files.write('claims-inbox/huge.jpg', bytes);
    const input = await claimInput(stage, WANG, policyId, {
      photos: [huge],
      kind: 'death',
      payees: [payeeOf('李秀英', { relation: 'heir', proofPhoto: 0 })],
    });
    expect(faultsOf(await stage.call(fileClaim, input, WANG.openid))).toEqual([
      'PHOTO_TOO_LARGE',
      'photos.0 PHOTO_TOO_LARGE',
    ]);
  });

  it("another family's policy, which looks like none", async () => {
    const input = await claimInput(stage, ZHANG, policyId);
    const before = await written();
    expect(faultsOf(await stage.call(fileClaim, input, ZHANG.openid))).toEqual(['POLICY_NOT_FOUND']);
    expect(
      faultsOf(
        await stage.call(fileClaim, { ...input, policyId: 'pol_000000000000000000000000' }, ZHANG.openid),
      ),
    ).toEqual(['POLICY_NOT_FOUND']);
    expect(await written()).toEqual(before);
  });
});

describe("somebody else's claim", () => {
  it('looks like none to see and to withdraw', async () => {
    const { claims } = await stage.ask(listMyClaims, {}, WANG.openid);
    const claimId = claims[0]?.claimId ?? '';
    const none = 'clm_000000000000000000000000';
    for (const id of [claimId, none]) {
      expect(faultsOf(await stage.call(getMyClaim, { claimId: id }, ZHANG.openid))).toEqual([
        'CLAIM_NOT_FOUND',
      ]);
      const withdrawal = { requestId: requestIdForTest(), claimId: id, reason: '不是我的' };
      expect(faultsOf(await stage.call(withdrawClaim, withdrawal, ZHANG.openid))).toEqual([
        'CLAIM_NOT_FOUND',
      ]);
    }
    expect((await stage.ask(listMyClaims, {}, ZHANG.openid)).claims).toEqual([]);
    expect((await stage.ask(getMyClaim, { claimId }, WANG.openid)).claim.claimId).toBe(claimId);
  });
});
