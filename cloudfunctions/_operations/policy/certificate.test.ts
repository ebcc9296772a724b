import { createHash } from 'node:crypto';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { checkCertificate } from '../../../shared/policy/check-certificate.contract';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { SAMPLE_WORDS } from '../../../shared/policy/cover-words';
import { printCertificate } from '../../../shared/policy/print-certificate.contract';
import { WANG, ZHANG } from '../../../shared/testing/cast';
import { formatYuan } from '../../../shared/money/fen';
import { DAY_MS } from '../../../shared/time/china-day';
import { coveredFamilies } from '../../_tools/testing/claims';
import { pdfText, scannedFrom } from '../../_tools/testing/pdf';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { MAX_UNKNOWN_CODES_A_DAY } from './check-certificate';

let stage: Stage;
let policyId: string;
let otherPolicyId: string;
let code: string;
beforeAll(async () => {
  stage = await setStage({ functions: true });
  const RARE = {
    ...ZHANG,
    members: ZHANG.members.map((member, at) => (at === 2 ? { ...member, name: '张𬭎㛃' } : member)),
  };
  [policyId = '', otherPolicyId = ''] = await coveredFamilies(stage, WANG, RARE);
});
afterAll(() => stage.close());

const printed = async (id = policyId, openid = WANG.openid) => {
  const { url, fileName } = await stage.ask(printCertificate, { policyId: id }, openid);
  const bytes = Buffer.from(await (await fetch(url)).arrayBuffer());
  return { url, fileName, bytes, text: pdfText(bytes).join('|') };
};
const codeOn = (bytes: Buffer): string => {
  const address = new URL((scannedFrom(bytes) ?? '').replace('/#/', '/'));
  expect(address.pathname).toBe('/packages/buy/pages/check/check');
  return address.searchParams.get('scene') ?? '';
};
const check = (scanned: string, openid = 'o-bank-clerk') =>
  stage.ask(checkCertificate, { code: scanned }, openid);

describe('the printed certificate', () => {
  it('holds every member, their sums, the days, who sells it, and that its sums are samples', async () => {
    const { policy } = await stage.ask(getPolicy, { policyId }, WANG.openid);
    const { text, fileName } = await printed();
    expect(fileName).toBe(`保单${policy.policyNumber}.pdf`);
    for (const person of policy.insured) {
      expect(text).toContain(person.name);
      expect(text).toContain(person.maskedIdNumber);
      expect(text).toContain(`${formatYuan(person.accidentShareFen)} 元`);
    }
    const said = [policy.policyNumber, policy.productName, policy.filingNumber, policy.insurer.name];
    for (const words of [
      ...said,
      policy.insurer.hotline,
      `${formatYuan(policy.accidentSumFen)} 元`,
      '0 点',
      '24 点',
    ])
      expect(text).toContain(words);
    expect(text.includes(SAMPLE_WORDS)).toBe(policy.isSample);
    expect(WANG.members.filter(({ idNumber }) => text.includes(idNumber))).toEqual([]);
  });

  it('prints names with rare characters', async () => {
    expect((await printed(otherPolicyId, ZHANG.openid)).text).toContain('张𬭎㛃');
  });

  it('lies under the hash of its content and is the same file when asked for again', async () => {
    const [one, other] = [await printed(), await printed()];
    const hash = createHash('sha256').update(one.bytes).digest('hex');
    expect(new URL(one.url).pathname).toContain(`certificates/${hash}.pdf`);
    expect(new URL(other.url).pathname).toBe(new URL(one.url).pathname);
    code = codeOn(one.bytes);
  });

  it('is not for another family', async () => {
    expect(await stage.call(printCertificate, { policyId }, ZHANG.openid)).toMatchObject({
      error: { code: 'POLICY_NOT_FOUND' },
    });
  });
});

describe('the code on it', () => {
  it('tells anybody that it is genuine, and of the family no more than the masked name', async () => {
    expect(code).toMatch(/^[0-9a-z]{32}$/);
    const answer = await check(code);
    expect(answer).toMatchObject({ standing: 'genuine', policy: { maskedHolderName: '王*国' } });
    const told = JSON.stringify(answer);
    expect(
      WANG.members.filter(({ name, idNumber }) => told.includes(name) || told.includes(idNumber)),
    ).toEqual([]);
  });

  it('cannot be made up: not from the number, nor from the policy’s id, nor by changing one character', async () => {
    const { policy } = await stage.ask(getPolicy, { policyId }, WANG.openid);
    const changed = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
    for (const wrong of [
      policy.policyNumber,
      policyId,
      code.slice(0, 24),
      changed,
      '',
      '假'.repeat(200),
      `${code} `,
    ])
      expect(await check(wrong)).toEqual({ standing: 'unknown', policy: null });
  });

  it('lets nobody try for ever', async () => {
    for (let tries = 0; tries < MAX_UNKNOWN_CODES_A_DAY; tries += 1)
      await check(`wrong${tries}`, 'o-guesser');
    expect(await stage.call(checkCertificate, { code: 'wrong' }, 'o-guesser')).toMatchObject({
      error: { code: 'TOO_MANY_TRIES' },
    });
    expect((await check(code, 'o-guesser')).standing).toBe('genuine');
  });

  it('says so once the policy is cancelled, or its year is over', async () => {
    const other = codeOn((await printed(otherPolicyId, ZHANG.openid)).bytes);
    const { cancellation } = await stage.ask(previewCancellation, { policyId }, WANG.openid);
    const { refundFen } = cancellation;
    await stage.ask(cancelPolicy, { requestId: requestIdForTest(), policyId, refundFen }, WANG.openid);
    expect(await check(code)).toMatchObject({ standing: 'cancelled' });
    expect((await printed()).text).toContain('已退保');
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 400 * DAY_MS);
    expect(await check(other)).toMatchObject({ standing: 'ended' });
    expect((await printed(otherPolicyId, ZHANG.openid)).text).toContain('保障已在');
  });
});
