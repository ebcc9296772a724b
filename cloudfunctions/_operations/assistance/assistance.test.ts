import {
  declineAssistance,
  findFamily,
  getAssistance,
  listAssistances,
  openAssistance,
  withdrawAssistance,
} from '../../../shared/assistance/assistance.contracts';
import { ASSISTANCE_DAYS } from '../../../shared/assistance/assistance.schema';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { openCase } from '../../../shared/claim/open-case.contract';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import type { InputOf, Reply } from '../../../shared/contract/contract';
import { maskName } from '../../../shared/identity/masking';
import { HANDLER, PLACE, SPECIALIST, WANG, ZHANG } from '../../../shared/testing/cast';
import { addDays, chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import { deriveSecretId } from '../../_core/ids';
import { claimInput, coveredFamilies, hires } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let policyId: string;
let policyNumber: string;
beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG, ZHANG);
  policyNumber = (await stage.workshop.read.policies.get(policyId))?.number ?? '';
});
afterAll(() => stage.close());

const today = (): string => chinaDayOf(stage.cloud.clock.now());
const codeOf = (reply: Reply): string => (reply.ok ? 'ok' : reply.error.code);
type Filled = InputOf<typeof openAssistance>;
const filled = (changes: Partial<Filled> = {}): Filled => ({
  requestId: requestIdForTest(),
  policyNumber,
  personIndex: 0,
  kind: 'medical',
  cause: 'farmWork',
  accidentDay: today(),
  accidentTime: '08:00',
  place: '村口的稻田',
  description: '割稻子时割伤左手。',
  ...changes,
});
const opened = async (changes: Partial<Filled> = {}, openid = SPECIALIST.openid) => {
  const { assistance } = await stage.ask(openAssistance, filled(changes), openid);
  if (assistance.link === null) throw new Error('no link');
  return { ...assistance, link: assistance.link };
};
const sent = async (assistanceId: string, changes: Partial<InputOf<typeof fileClaim>> = {}) =>
  stage.call(
    fileClaim,
    await claimInput(stage, WANG, policyId, { accidentTime: '08:00', assistanceId, ...changes }),
    WANG.openid,
  );
const listed = async (assistanceId: string, openid = SPECIALIST.openid) =>
  (await stage.ask(listAssistances, {}, openid)).assistances.find((one) => one.assistanceId === assistanceId);
const takesBack = async (reply: Reply) => {
  if (!reply.ok) throw new Error(reply.error.code);
  const { claim } = fileClaim.output.parse(reply.data);
  await stage.ask(
    withdrawClaim,
    { requestId: requestIdForTest(), claimId: claim.claimId, reason: '先不报了' },
    WANG.openid,
  );
  return claim;
};

describe('a specialist finds a family and fills in a report', () => {
  it('sees who stands on the policy, masked, and nothing that could be copied out', async () => {
    const found = await stage.ask(findFamily, { policyNumber }, SPECIALIST.openid);
    expect(found).toMatchObject({
      maskedHolderName: '王*国',
      persons: [
        { maskedName: '王*国', relation: 'self' },
        { maskedName: '李*英', relation: 'spouse' },
        { maskedName: '王*雨', relation: 'daughter' },
      ],
    });
    const told = JSON.stringify(found);
    expect(
      WANG.members.filter(({ name, idNumber }) => told.includes(name) || told.includes(idNumber)),
    ).toEqual([]);
  });

  it('stores what was said sealed, tells the family in its inbox, and files nothing', async () => {
    const { assistanceId, link, standing } = await opened();
    expect(standing).toBe('waiting');
    const { read, ports } = stage.workshop;
    const document = JSON.stringify(await ports.database.get('assistances', assistanceId));
    for (const secret of ['王建国', '稻田', '割伤', 'farmWork']) expect(document).not.toContain(secret);
    const [message] = await read.messages.find({
      where: { openid: WANG.openid },
      orderBy: [['createdAt', 'desc']],
      limit: 1,
    });
    expect(message).toMatchObject({
      kind: 'assistanceWaiting',
      page: `packages/claim/pages/assisted/assisted?link=${link}`,
    });
    expect(message?.body).toContain(`服务专员${SPECIALIST.name}帮您填了王建国的报案`);
    expect(await read.auditRows.find({ where: { chain: assistanceId }, limit: 5 })).toMatchObject([
      { action: 'assistance.opened', sequence: 1 },
    ]);
    expect(await read.claims.find({ where: { householdId: { gte: '' } }, limit: 5 })).toEqual([]);
  });

  it('gives one record for a double tap', async () => {
    const input = filled({ accidentTime: '07:10' });
    const replies = await Promise.all(
      [1, 2, 3].map(() => stage.ask(openAssistance, input, SPECIALIST.openid)),
    );
    expect(new Set(replies.map(({ assistance }) => assistance.assistanceId)).size).toBe(1);
    const id = replies[0]?.assistance.assistanceId ?? '';
    expect(await stage.workshop.read.auditRows.find({ where: { chain: id }, limit: 5 })).toHaveLength(1);
  });

  const wrong: [string, () => Partial<Filled>, string, string, RegExp][] = [
    [
      'a day before cover, in the words of the cover check',
      () => ({ accidentDay: addDays(today(), -3) }),
      'NOT_COVERED_THAT_DAY',
      'accidentDay',
      /^从\d{4}年\d+月\d+日起才有保障，那天还没有开始。/,
    ],
    [
      'a day to come',
      () => ({ accidentDay: addDays(today(), 1) }),
      'ACCIDENT_IN_FUTURE',
      'accidentDay',
      /不能晚于现在/,
    ],
    [
      'a kind that the plan has no cover for',
      () => ({ kind: 'illness', cause: 'illness' }),
      'KIND_NOT_COVERED',
      'kind',
      /这份保障不保/,
    ],
    [
      'nobody of the policy',
      () => ({ personIndex: 9 }),
      'PERSON_NOT_INSURED',
      'personIndex',
      /不在这份保单里/,
    ],
    ['no words', () => ({ description: '摔' }), 'FIELD_INVALID', 'description', /请写几句经过/],
  ];
  it.each(wrong)(
    'is told at once of %s, and nothing is stored',
    async (_what, changes, code, path, words) => {
      const before = (await stage.ask(listAssistances, {}, SPECIALIST.openid)).assistances.length;
      const reply = await stage.call(openAssistance, filled(changes()), SPECIALIST.openid);
      expect(reply).toMatchObject({
        error: { fields: [{ path, code, message: expect.stringMatching(words) as string }] },
      });
      expect((await stage.ask(listAssistances, {}, SPECIALIST.openid)).assistances).toHaveLength(before);
    },
  );

  it('is not for another village, a role that has ended, or somebody without the role', async () => {
    await hires(stage, 'o-next-village', ['specialist'], '350421200202');
    expect(codeOf(await stage.call(findFamily, { policyNumber }, 'o-next-village'))).toBe('POLICY_NOT_FOUND');
    expect(codeOf(await stage.call(openAssistance, filled(), 'o-next-village'))).toBe('POLICY_NOT_FOUND');
    for (const openid of [WANG.openid, HANDLER.openid]) {
      expect(codeOf(await stage.call(openAssistance, filled(), openid))).toBe('FORBIDDEN');
      expect(codeOf(await stage.call(listAssistances, {}, openid))).toBe('FORBIDDEN');
    }
  });

  it('ends with the role, and what was opened stays with the family', async () => {
    const openid = 'o-was-specialist';
    await hires(stage, openid, ['specialist'], PLACE.village);
    const { assistanceId, link } = await opened({ accidentTime: '06:40' }, openid);
    const { read, vault, write } = stage.workshop;
    const record = await read.staff.get(deriveSecretId(vault, 'stf', openid));
    if (!record) throw new Error('nobody was hired');
    const until = stage.cloud.clock.now();
    await write((tx) =>
      tx.staff.put({ ...record, grants: record.grants.map((grant) => ({ ...grant, until })) }),
    );
    for (const reply of [
      await stage.call(findFamily, { policyNumber }, openid),
      await stage.call(openAssistance, filled(), openid),
      await stage.call(listAssistances, {}, openid),
      await stage.call(withdrawAssistance, { requestId: requestIdForTest(), assistanceId }, openid),
    ])
      expect(codeOf(reply)).toBe('FORBIDDEN');
    expect(await stage.ask(getAssistance, { link }, WANG.openid)).toMatchObject({
      assistance: { standing: 'waiting' },
    });
    // Moved to another village: what was opened here is no longer shown.
    await hires(stage, openid, ['specialist'], '350421200202');
    expect((await stage.ask(listAssistances, {}, openid)).assistances).toEqual([]);
  });
});

describe('the family answers on its own phone', () => {
  it('sees all that was filled in and by whom, changes what is wrong, and sends it as its own report', async () => {
    const { assistanceId, link } = await opened();
    const { assistance } = await stage.ask(getAssistance, { link }, WANG.openid);
    expect(assistance).toMatchObject({
      standing: 'waiting',
      helper: { name: SPECIALIST.name, phone: SPECIALIST.phone },
      policyId,
      personIndex: 0,
      personName: '王建国',
      report: { cause: 'farmWork', place: '村口的稻田', accidentTime: '08:00' },
      claimId: null,
    });
    const claim = await takesBack(await sent(assistanceId, { place: '后山的稻田' }));
    const { read, vault } = stage.workshop;
    expect(await read.claims.get(claim.claimId)).toMatchObject({
      place: '后山的稻田',
      assistedBy: deriveSecretId(vault, 'stf', SPECIALIST.openid),
      steps: [{ state: 'reported', by: { role: 'member' } }, {}],
    });
    const seen = await stage.ask(openCase, { claimId: claim.claimId }, HANDLER.openid);
    expect(seen.case.assistedBy).toEqual({ maskedName: maskName(SPECIALIST.name), sentAt: claim.reportedAt });
    expect(JSON.stringify(seen)).not.toContain(SPECIALIST.name);
    expect(await read.assistances.get(assistanceId)).toMatchObject({
      state: 'confirmed',
      claimId: claim.claimId,
    });
    expect(
      (await read.auditRows.find({ where: { chain: assistanceId }, limit: 5 })).map(({ action }) => action),
    ).toEqual(['assistance.opened', 'assistance.confirmed']);
    expect(await listed(assistanceId)).toMatchObject({
      standing: 'confirmed',
      link: null,
      claim: { claimNumber: claim.claimNumber, stateText: '家里撤回了' },
    });
    expect((await stage.ask(getAssistance, { link }, WANG.openid)).assistance).toMatchObject({
      standing: 'confirmed',
      claimId: claim.claimId,
    });
  });

  it('shows another family no more than a link that nobody wrote', async () => {
    const { assistanceId, link } = await opened({ accidentTime: '06:10' });
    const last = link.slice(-1) === '0' ? '1' : '0';
    const changed = link.slice(0, -1) + last;
    const other = `ast_${'0'.repeat(24)}${link.slice(link.indexOf('-'))}`;
    const replies = [
      await stage.call(getAssistance, { link }, ZHANG.openid),
      await stage.call(getAssistance, { link }, SPECIALIST.openid),
      await stage.call(getAssistance, { link: changed }, WANG.openid),
      await stage.call(getAssistance, { link: other }, WANG.openid),
      await stage.call(declineAssistance, { requestId: requestIdForTest(), link }, ZHANG.openid),
      await stage.call(declineAssistance, { requestId: requestIdForTest(), link: changed }, WANG.openid),
    ];
    const [first] = replies;
    expect(codeOf(first as Reply)).toBe('ASSISTANCE_NOT_FOUND');
    for (const reply of replies) expect(reply).toEqual(first);
    expect(codeOf(await stage.call(getAssistance, { link: link.slice(0, -1) }, WANG.openid))).toBe(
      'INVALID_INPUT',
    );
    const zhangs = (
      await stage.workshop.read.policies.find({ where: { regionCode: PLACE.village }, limit: 9 })
    )
      .map(({ id }) => id)
      .find((id) => id !== policyId);
    const stolen = await claimInput(stage, ZHANG, zhangs ?? '', { assistanceId });
    expect(codeOf(await stage.call(fileClaim, stolen, ZHANG.openid))).toBe('ASSISTANCE_NOT_FOUND');
  });

  it('sends it once: a double tap is one claim, another try says it was sent, and so do two phones at once', async () => {
    const { assistanceId } = await opened({ accidentTime: '05:00' });
    const input = await claimInput(stage, WANG, policyId, { accidentTime: '05:00', assistanceId });
    const taps = await Promise.all([1, 2, 3].map(() => stage.ask(fileClaim, input, WANG.openid)));
    expect(new Set(taps.map(({ claim }) => claim.claimId)).size).toBe(1);
    expect(codeOf(await sent(assistanceId, { kind: 'disability' }))).toBe('ASSISTANCE_CONFIRMED');
    await takesBack({ ok: true, data: taps[0] });
    expect(codeOf(await sent(assistanceId, { accidentTime: '05:00' }))).toBe('ASSISTANCE_CONFIRMED');

    const other = await opened({ accidentTime: '04:00' });
    const phones = await Promise.all([
      sent(other.assistanceId, { kind: 'medical' }),
      sent(other.assistanceId, { kind: 'disability' }),
    ]);
    expect(phones.map(codeOf).sort()).toEqual(['ASSISTANCE_CONFIRMED', 'ok']);
    for (const reply of phones) if (reply.ok) await takesBack(reply);
  });

  it('keeps it waiting when the report is refused, so that the family can mend it', async () => {
    const { assistanceId } = await opened({ accidentTime: '03:00' });
    expect(codeOf(await sent(assistanceId, { place: '家', description: '' }))).toBe('INVALID_INPUT');
    expect(codeOf(await sent(assistanceId, { accidentDay: addDays(today(), 1) }))).toBe('ACCIDENT_IN_FUTURE');
    expect((await listed(assistanceId))?.standing).toBe('waiting');
    await takesBack(await sent(assistanceId));
  });

  it('declines, once; then nothing can be sent with it, and the specialist sees so', async () => {
    const { assistanceId, link } = await opened({ accidentTime: '02:00' });
    const input = { requestId: requestIdForTest(), link };
    const first = await stage.ask(declineAssistance, input, WANG.openid);
    expect(await stage.ask(declineAssistance, input, WANG.openid)).toEqual(first);
    expect(first.assistance.standing).toBe('declined');
    expect(
      codeOf(await stage.call(declineAssistance, { ...input, requestId: requestIdForTest() }, WANG.openid)),
    ).toBe('ASSISTANCE_OVER');
    expect(codeOf(await sent(assistanceId))).toBe('ASSISTANCE_OVER');
    expect(await listed(assistanceId)).toMatchObject({ standing: 'declined', link: null, claim: null });
  });

  it('can do nothing with one that was taken back; nobody takes back a colleague`s or what was sent', async () => {
    const { assistanceId } = await opened({ accidentTime: '01:00' });
    const takeBack = (id: string, openid: string) =>
      stage.call(withdrawAssistance, { requestId: requestIdForTest(), assistanceId: id }, openid);
    await hires(stage, 'o-colleague', ['specialist'], PLACE.village);
    expect(codeOf(await takeBack(assistanceId, 'o-colleague'))).toBe('ASSISTANCE_NOT_FOUND');
    expect(codeOf(await takeBack(assistanceId, SPECIALIST.openid))).toBe('ok');
    expect(codeOf(await takeBack(assistanceId, SPECIALIST.openid))).toBe('ASSISTANCE_OVER');
    expect(codeOf(await sent(assistanceId))).toBe('ASSISTANCE_OVER');
    const other = await opened({ accidentTime: '01:30' });
    await takesBack(await sent(other.assistanceId));
    expect(codeOf(await takeBack(other.assistanceId, SPECIALIST.openid))).toBe('ASSISTANCE_CONFIRMED');
  });

  it('runs out after seven days, to the millisecond', async () => {
    const { assistanceId, link, expiresAt, openedAt } = await opened({ accidentTime: '00:30' });
    expect(expiresAt).toBe(openedAt + ASSISTANCE_DAYS * DAY_MS);
    const { write, read } = stage.workshop;
    const end = async (at: number) => {
      const record = await read.assistances.get(assistanceId);
      if (record) await write((tx) => tx.assistances.put({ ...record, expiresAt: at }));
    };
    await end(stage.cloud.clock.now());
    expect(codeOf(await sent(assistanceId))).toBe('ASSISTANCE_OVER');
    expect((await listed(assistanceId))?.standing).toBe('expired');
    expect((await stage.ask(getAssistance, { link }, WANG.openid)).assistance.standing).toBe('expired');
    await end(stage.cloud.clock.now() + DAY_MS);
    await takesBack(await sent(assistanceId));
  });

  it('lets nobody flood families: so many a day', async () => {
    await hires(stage, 'o-eager', ['specialist'], PLACE.village);
    const codes: string[] = [];
    for (let count = 0; count < 31; count += 1) {
      codes.push(codeOf(await stage.call(openAssistance, filled(), 'o-eager')));
    }
    expect(codes.slice(-2)).toEqual(['ok', 'TOO_MANY_TRIES']);
  });
});
