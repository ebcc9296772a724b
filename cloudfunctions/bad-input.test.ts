import type { InputOf } from '../shared/contract/contract';
import { isErrorCode } from '../shared/errors/catalogue';
import { ACCESS_TABLE } from '../shared/identity/access-table';
import { createReferral } from '../shared/referral/create-referral.contract';
import { checkFamily } from '../shared/household/check-family.contract';
import { getMyClaim } from '../shared/claim/get-my-claim.contract';
import { getPolicy } from '../shared/policy/get-policy.contract';
import type { buyCover } from '../shared/order/buy-cover.contract';
import { MAX_TRIES_A_DAY } from '../shared/household/try-count';
import { HANDLER, PLACE, WANG, ZHANG } from '../shared/testing/cast';
import { idNumberFor } from '../shared/testing/id-numbers';
import { addDays, chinaDayOf } from '../shared/time/china-day';
import { serve } from './_core/serve';
import { operationList } from './registries';
import { buysCover, orderInput, planAt } from './_tools/testing/families';
import { SIGNATURE } from './_tools/testing/order-input';
import { requestIdForTest, setStage, type Stage } from './_tools/testing/stage';

let stage: Stage;
let input: InputOf<typeof buyCover>;
let policyOfWang: string;
beforeAll(async () => {
  stage = await setStage({ functions: true });
  policyOfWang = await buysCover(stage, WANG);
  input = orderInput(ZHANG, await planAt(stage, ZHANG));
});
afterAll(() => stage.close());

const startDay = (): string => addDays(chinaDayOf(stage.cloud.clock.now()), 1);
const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years)}${day.slice(4)}`;
const withMember = (index: number, idNumber: string) => ({
  ...input,
  members: input.members.map((member, position) => (position === index ? { ...member, idNumber } : member)),
});

/** Everything that ZHANG, who never succeeds here, could have left behind. */
const written = async (): Promise<number> => {
  const { read } = stage.workshop;
  const own = { where: { openid: ZHANG.openid }, limit: 10 };
  const found = await Promise.all([
    read.orders.find(own),
    read.policies.find(own),
    read.claims.find(own),
    read.households.find(own),
    read.messages.find(own),
  ]);
  return found.flat().length;
};

/** What must come back: the code, the place, Chinese words. */
const refused = async (body: unknown, code: string, path?: string, openid = ZHANG.openid): Promise<void> => {
  const reply = await stage.callRaw('buyCover', body, openid);
  expect(reply).toMatchObject({ ok: false, error: { code } });
  if (reply.ok) return;
  expect(reply.error.message).toMatch(/[一-鿿]/);
  expect(reply.error.requestId).not.toBe('');
  if (path !== undefined) {
    const field = reply.error.fields?.find((candidate) => candidate.path === path);
    expect(field).toMatchObject({ code, message: expect.stringMatching(/[一-鿿]/) as string });
  }
  expect(await written()).toBe(0);
};

describe('bad input of a purchase answers its own error at its place and writes nothing', () => {
  it('a wrong check digit', async () => {
    const wrong = ZHANG.members[2]?.idNumber.replace(/.$/, (last) => (last === '5' ? '6' : '5')) ?? '';
    await refused(withMember(2, wrong), 'ID_NUMBER_WRONG', 'members.2.idNumber');
  });
  it('a child of 27 days when cover starts', () =>
    refused(
      withMember(2, idNumberFor(addDays(startDay(), -27), 53)),
      'MEMBER_TOO_YOUNG',
      'members.2.idNumber',
    ));
  it('a person of 66', () =>
    refused(
      withMember(1, idNumberFor(yearsBefore(startDay(), 66), 48)),
      'MEMBER_TOO_OLD',
      'members.1.idNumber',
    ));
  it('a member who is insured already, told at the member and never by whom', async () => {
    const wang = WANG.members[1];
    const members = input.members.map((member, index) => (index === 1 && wang ? wang : member));
    await refused({ ...input, members }, 'MEMBER_ALREADY_INSURED', 'members.1.idNumber');
  });
  it('a price changed on the client', () =>
    refused({ ...input, priceFen: 100 }, 'PRICE_CHANGED', 'priceFen'));
  it('an unknown plan', () => refused({ ...input, planId: 'no-such-plan' }, 'PLAN_UNKNOWN'));
  it('a plan version that is no longer sold', () => refused({ ...input, planVersion: 99 }, 'PLAN_CHANGED'));
  it('a page that was not confirmed, or in another version', async () => {
    await refused(
      { ...input, confirmations: input.confirmations.slice(1) },
      'CONFIRMATION_MISSING',
      'confirmations',
    );
    for (const kind of ['privacy', 'minors']) {
      const confirmations = input.confirmations.filter(({ documentId }) => !documentId.endsWith(kind));
      await refused({ ...input, confirmations }, 'CONFIRMATION_MISSING', 'confirmations');
    }
    const stale = input.confirmations.map((shown) => ({ ...shown, sha256: '0'.repeat(64) }));
    await refused({ ...input, confirmations: stale }, 'CONFIRMATION_MISSING', 'confirmations');
  });
  it('an adult who did not sign, and a dot for a signature', async () => {
    await refused({ ...input, signatures: input.signatures.slice(0, 1) }, 'SIGNATURE_MISSING', 'signatures');
    const dot = [[[5, 5, 0] as [number, number, number]]];
    await refused(
      {
        ...input,
        signatures: [
          { memberIndex: 0, strokes: dot },
          { memberIndex: 1, strokes: SIGNATURE },
        ],
      },
      'SIGNATURE_INVALID',
      'signatures.0',
    );
  });
  it('a revoked or invented link', () =>
    refused({ ...input, referralCode: '2222222222' }, 'REFERRAL_NOT_FOUND'));
  it('fields that nobody asked for, and fields that are missing', async () => {
    await refused({ ...input, state: 'issued' }, 'INVALID_INPUT');
    const members = input.members.map((member, index) => (index === 1 ? { ...member, vip: true } : member));
    const reply = await stage.callRaw('buyCover', { ...input, members, gift: 1 }, ZHANG.openid);
    const message = '没有这一项，请更新小程序后再试。';
    expect(reply).toMatchObject({
      error: {
        fields: [
          { path: 'members.1.vip', message },
          { path: 'gift', message },
        ],
      },
    });
    await refused({ ...input, phone: '12345' }, 'INVALID_INPUT');
    const { planId: _planId, ...incomplete } = input;
    await refused(incomplete, 'INVALID_INPUT');
  });
  it('a body of 300 KB', () => refused({ ...input, requestId: 'x'.repeat(300_000) }, 'REQUEST_TOO_LARGE'));
  it('a body nested deeper than anything can be written', async () => {
    const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    await refused({ ...input, phone: nested(900) }, 'INVALID_INPUT');
    const event = { name: 'buyCover', input: nested(100_000) };
    const answer = serve({ ...stage.workshop, log: () => undefined }, []);
    expect(await answer(event, { openid: ZHANG.openid, requestId: 'deep' })).toMatchObject({
      error: { code: 'REQUEST_TOO_LARGE' },
    });
  });
  it('nobody at all', () => refused(input, 'UNAUTHENTICATED', undefined, ''));
});

describe('doors', () => {
  it.each(['noSuchOperation', '__proto__', 'constructor', 'toString', ''])(
    'know no operation %p',
    async (name) => {
      expect(await stage.callRaw(name, {}, ZHANG.openid)).toMatchObject({
        ok: false,
        error: { code: 'OPERATION_UNKNOWN' },
      });
    },
  );

  it('refuse a family at staff and desk operations, and a handler at another`s', async () => {
    for (const [name, roles] of Object.entries(ACCESS_TABLE)) {
      const open = (roles as readonly string[]).includes('member');
      if (open) continue;
      expect(await stage.callRaw(name, {}, ZHANG.openid)).toMatchObject({
        ok: false,
        error: { code: 'FORBIDDEN' },
      });
    }
    const asHandler = await stage.call(
      createReferral,
      { requestId: requestIdForTest(), villageCode: PLACE.village },
      HANDLER.openid,
    );
    expect(asHandler).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('answer the same for another family`s record as for none', async () => {
    const none = `pol_${'0'.repeat(24)}`;
    const replies = await Promise.all(
      [policyOfWang, none].map((policyId) => stage.call(getPolicy, { policyId }, ZHANG.openid)),
    );
    expect(replies.map((reply) => (reply.ok ? 'found' : [reply.error.code, reply.error.message]))).toEqual([
      ['POLICY_NOT_FOUND', expect.any(String)],
      ['POLICY_NOT_FOUND', expect.any(String)],
    ]);
    expect(await stage.call(getMyClaim, { claimId: `clm_${'0'.repeat(24)}` }, ZHANG.openid)).toMatchObject({
      ok: false,
      error: { code: 'CLAIM_NOT_FOUND' },
    });
  });

  it('tell "already insured" five times a day and no more', async () => {
    const person = WANG.members[0];
    const body = { planId: input.planId, members: person ? [person] : [] };
    const stranger = 'o-curious-stranger';
    const codes: string[] = [];
    for (let tries = 0; tries <= MAX_TRIES_A_DAY; tries += 1) {
      const reply = await stage.call(checkFamily, body, stranger);
      codes.push(reply.ok ? 'OK' : reply.error.code);
    }
    expect(codes).toEqual([
      ...Array<string>(MAX_TRIES_A_DAY).fill('MEMBER_ALREADY_INSURED'),
      'TOO_MANY_TRIES',
    ]);
  });

  it('do not confirm a number to who does not know the name', async () => {
    const person = WANG.members[0];
    const body = { planId: input.planId, members: person ? [{ ...person, name: '别的人' }] : [] };
    expect(await stage.call(checkFamily, body, 'o-another-stranger')).toMatchObject({ ok: true });
  });
});

describe('contracts', () => {
  const operations = operationList();
  it('are each in the access table, and nothing else is', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(ACCESS_TABLE).sort());
  });
  it('list only catalogued errors', () => {
    for (const { errors } of operations) expect(errors.every(isErrorCode)).toBe(true);
  });
  it('are served as JSON schemas', async () => {
    const response = await fetch(`${stage.cloud.url}/_local/contracts`);
    const listed = (await response.json()) as { operations: Record<string, unknown>[] };
    expect(listed.operations.map((operation) => operation.name).sort()).toEqual(
      operations.map(({ name }) => name).sort(),
    );
    const bought = listed.operations.find((operation) => operation.name === 'buyCover');
    expect(bought).toMatchObject({
      function: 'household',
      roles: ['member'],
      input: { type: 'object', additionalProperties: false },
      output: { type: 'object' },
    });
    expect(bought?.errors).toContain('PRICE_CHANGED');
  });
});
