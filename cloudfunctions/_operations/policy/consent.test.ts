import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { cancelPolicy } from '../../../shared/policy/cancel-policy.contracts';
import { getConsent, giveConsent, listConsents } from '../../../shared/policy/consent.contracts';
import { CONSENT_VERSION } from '../../../shared/policy/consent-words';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { MAX_TRIES_A_DAY } from '../../../shared/household/try-count';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import { answerOf, linkOf, ordered, somebody } from '../../_tools/testing/consents';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

const WIFE = 1;

let stage: Stage;
/** A wife whose tries of the day were used up. */
let waiting: Awaited<ReturnType<typeof boughtWithoutWife>>;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());
const now = (): number => stage.cloud.clock.now();

/** A family whose wife is far away: bought and paid, her consent awaited. */
const boughtWithoutWife = async () => {
  const family = newFamily();
  const { order, payment } = await ordered(stage, family, [WIFE]);
  if (!payment) throw new Error('no payment');
  await stage.cashier(payment, family.openid, 'pay');
  const paid = await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid);
  const subjectId = paid.order.policyId;
  if (subjectId === null) throw new Error('no policy');
  return { family, subjectId, link: await linkOf(stage, family, subjectId) };
};

const stored = async (policyId: string) => {
  const policy = await stage.workshop.read.policies.get(policyId);
  if (!policy) throw new Error('no policy');
  return policy;
};

describe('an adult confirms in their own WeChat', () => {
  it('is covered for death only from then on: certificate, record, audit and message to the buyer', async () => {
    const { family, subjectId, link } = await boughtWithoutWife();
    expect((await stored(subjectId)).insured.map(({ consent }) => consent?.by ?? null)).toEqual([
      'signature',
      null,
      'parent',
    ]);
    const before = await stage.ask(getPolicy, { policyId: subjectId }, family.openid);
    expect(before.policy.insured.map(({ consentAwaited }) => consentAwaited)).toEqual([false, true, false]);

    const wife = somebody();
    const asked = await stage.ask(getConsent, { link }, wife);
    expect(asked).toMatchObject({
      kind: 'adult',
      standing: 'awaited',
      holderName: '赵*山',
      personName: '钱*花',
      accidentShareFen: 66_666_67,
      startDay: addDays(chinaDayOf(now()), 1),
      words: '我是钱*花本人。我同意赵*山给我买这份保险，认可身故、伤残最多赔 66,666.67 元。',
    });
    expect(JSON.stringify(asked)).not.toContain(family.members[WIFE]?.idNumber);
    await stage.ask(giveConsent, answerOf(family, WIFE, link), wife);

    const after = await stored(subjectId);
    expect(after.insured[WIFE]?.consent).toMatchObject({ by: 'ownWeChat' });
    const [record] = await stage.workshop.read.consents.find({ where: { subjectId }, limit: 10 });
    expect(record).toMatchObject({
      personIndex: WIFE,
      answer: 'agreed',
      version: CONSENT_VERSION,
      accidentShareFen: 66_666_67,
      at: after.insured[WIFE]?.consent?.at,
    });
    expect(record?.actor).toMatch(/^hh_/);
    const rows = await stage.workshop.read.auditRows.find({ where: { chain: subjectId }, limit: 10 });
    expect(rows.find(({ action }) => action === 'policy.consented')?.actor).toBe(record?.actor);
    const messages = await stage.workshop.read.messages.find({
      where: { openid: family.openid },
      limit: 10,
    });
    expect(messages.map(({ kind }) => kind)).toContain('consentAnswered');
  });

  it('takes a name with blanks, a number in full width, and a small x', async () => {
    const { family, link } = await boughtWithoutWife();
    const { lastFour, name, ...rest } = answerOf(family, WIFE, link);
    const wide = Array.from(lastFour, (character) =>
      String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0),
    ).join('');
    const input = { ...rest, name: ` ${name}\u200b `, lastFour: wide };
    expect(await stage.ask(giveConsent, input, somebody())).toEqual({ standing: 'agreed' });
  });

  it('answers a second confirmation clearly, whoever gives it, and a repeat as the first time', async () => {
    const { family, link } = await boughtWithoutWife();
    const wife = somebody();
    const answer = answerOf(family, WIFE, link);
    await stage.ask(giveConsent, answer, wife);
    expect(await stage.ask(giveConsent, answer, wife)).toEqual({ standing: 'agreed' });
    for (const who of [wife, somebody()]) {
      const again = { ...answer, requestId: requestIdForTest() };
      expect(await stage.call(giveConsent, again, who)).toMatchObject({
        error: { code: 'CONSENT_GIVEN' },
      });
    }
    expect(await stage.ask(getConsent, { link }, somebody())).toMatchObject({ standing: 'agreed' });
  });

  it('counts one of two confirmations that come together', async () => {
    const { family, link, subjectId } = await boughtWithoutWife();
    const replies = await Promise.all(
      [1, 2, 3].map(() => stage.call(giveConsent, answerOf(family, WIFE, link), somebody())),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await stored(subjectId)).insured[WIFE]?.consent?.by).toBe('ownWeChat');
  });

  it('never takes it from the buyer, nor two adults from one WeChat', async () => {
    const family = newFamily();
    const grown = { ...family, members: [...family.members] };
    grown.members[2] = { name: '赵小山', relation: 'son', idNumber: idNumberFor('2000-04-04', 987) };
    const { order, payment } = await ordered(stage, grown, [1, 2]);
    if (!payment) throw new Error('no payment');
    await stage.cashier(payment, grown.openid, 'pay');
    const paid = await stage.ask(confirmPayment, { orderId: order.orderId }, grown.openid);
    const subjectId = paid.order.policyId ?? '';
    const { persons } = await stage.ask(listConsents, { subjectId }, grown.openid);
    const [wifeLink = '', sonLink = ''] = persons.map(({ link }) => link ?? '');
    expect(await stage.call(giveConsent, answerOf(grown, 1, wifeLink), grown.openid)).toMatchObject({
      error: { code: 'CONSENT_OWN_WECHAT' },
    });
    const wife = somebody();
    await stage.ask(giveConsent, answerOf(grown, 1, wifeLink), wife);
    expect(await stage.call(giveConsent, answerOf(grown, 2, sonLink), wife)).toMatchObject({
      error: { code: 'CONSENT_OTHER_WECHAT' },
    });
    expect(await stage.ask(giveConsent, answerOf(grown, 2, sonLink), somebody())).toBeDefined();
  });

  it('tells the wrong person so at both fields, five times a day and no more', async () => {
    waiting = await boughtWithoutWife();
    const { family, link, subjectId } = waiting;
    const wrong = { ...answerOf(family, WIFE, link), lastFour: '0000' };
    const codes: string[] = [];
    for (let tries = 0; tries <= MAX_TRIES_A_DAY; tries += 1) {
      const reply = await stage.call(giveConsent, { ...wrong, requestId: requestIdForTest() }, somebody());
      codes.push(reply.ok ? 'OK' : reply.error.code);
      if (tries === 0) {
        expect(reply).toMatchObject({
          error: { message: '姓名或证件号后 4 位对不上，请核对。今天还能试 4 次。' },
        });
        expect(reply.ok ? [] : reply.error.fields?.map(({ path }) => path)).toEqual(['name', 'lastFour']);
      }
    }
    expect(codes).toEqual([...Array<string>(MAX_TRIES_A_DAY).fill('CONSENT_PERSON_WRONG'), 'TOO_MANY_TRIES']);
    const right = answerOf(family, WIFE, link);
    expect(await stage.call(giveConsent, right, somebody())).toMatchObject({
      error: { code: 'TOO_MANY_TRIES' },
    });
    expect((await stored(subjectId)).insured[WIFE]?.consent).toBeNull();
  });

  it('knows a link that was altered: another person, another policy, a longer life, another key', async () => {
    const { link } = await boughtWithoutWife();
    const other = await boughtWithoutWife();
    const [subject = '', person = '', until = '', key = ''] = link.split('-');
    const altered = [
      [subject, '0', until, key],
      [subject, '9', until, key],
      [other.subjectId, person, until, key],
      [subject, person, String(Number(until) + DAY_MS), key],
      [subject, person, until, `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`],
      [`pol_${'0'.repeat(24)}`, person, until, key],
    ].map((parts) => parts.join('-'));
    for (const one of altered) {
      expect(await stage.call(getConsent, { link: one }, somebody())).toMatchObject({
        error: { code: 'CONSENT_LINK_WRONG' },
      });
    }
    for (const broken of ['', 'x', `${link}x`, link.slice(1), `${link}\n`, '<script>']) {
      expect(await stage.call(getConsent, { link: broken }, somebody())).toMatchObject({
        error: { code: 'INVALID_INPUT', fields: [{ path: 'link' }] },
      });
    }
  });

  it('knows a link whose policy was cancelled', async () => {
    const { family, subjectId, link } = await boughtWithoutWife();
    const { policy } = await stage.ask(getPolicy, { policyId: subjectId }, family.openid);
    await stage.ask(
      cancelPolicy,
      { requestId: requestIdForTest(), policyId: subjectId, refundFen: policy.premiumFen },
      family.openid,
    );
    expect(await stage.call(getConsent, { link }, somebody())).toMatchObject({
      error: { code: 'CONSENT_OVER' },
    });
  });

  it('is not asked for by another family', async () => {
    const { subjectId } = await boughtWithoutWife();
    expect(await stage.call(listConsents, { subjectId }, somebody())).toMatchObject({
      error: { code: 'POLICY_NOT_FOUND' },
    });
  });

  it('is never put off for the buyer', async () => {
    const family = newFamily();
    const input = orderInput(family, await planAt(stage, family));
    const body = { ...input, signatures: input.signatures.slice(1), laterConsents: [0] };
    expect(await stage.call(buyCover, body, family.openid)).toMatchObject({
      error: { code: 'SIGNATURE_MISSING' },
    });
  });
});

// From here on the clock is moved, after which nothing can be paid any more.
describe('with time', () => {
  it('an adult`s link ends after a month; another can be sent, and five new tries are there', async () => {
    const { family, subjectId, link } = waiting;
    await stage.cloud.clock.advance(32 * DAY_MS);
    expect(await stage.call(getConsent, { link }, somebody())).toMatchObject({
      error: { code: 'CONSENT_LINK_EXPIRED' },
    });
    const next = await linkOf(stage, family, subjectId);
    expect(await stage.ask(giveConsent, answerOf(family, WIFE, next), somebody())).toEqual({
      standing: 'agreed',
    });
  });
});
