import { contract } from 'shared/contract/contract';
import { z } from 'shared/zod';
import { callOver } from './call';
import { CallFailed } from './call-failed';

const getDays = contract({
  name: 'getDays',
  function: 'household',
  input: z.strictObject({ policyId: z.string() }),
  output: z.strictObject({ days: z.int() }),
  errors: ['POLICY_NOT_FOUND'],
});

/** Calls over a transport that answers the given reply. */
const answering = (reply: unknown) => callOver(async () => reply)(getDays, { policyId: 'pol_1' });
const failing = (thrown: unknown) =>
  callOver(() => Promise.reject(thrown as Error))(getDays, { policyId: 'pol_1' });
const failureOf = async (attempt: Promise<unknown>): Promise<CallFailed> => {
  const thrown: unknown = await attempt.then(
    () => new Error('the call did not fail'),
    (reason: unknown) => reason,
  );
  if (!(thrown instanceof CallFailed)) throw thrown;
  return thrown;
};

describe('call', () => {
  it('sends name and input to the function of the contract and gives the parsed output', async () => {
    const sent: unknown[] = [];
    const call = callOver(async (...parts) => {
      sent.push(parts);
      return { ok: true, data: { days: 214 } };
    });
    await expect(call(getDays, { policyId: 'pol_1' })).resolves.toEqual({ days: 214 });
    expect(sent).toEqual([['household', { name: 'getDays', input: { policyId: 'pol_1' } }]]);
  });

  it('passes on the code, the words, the number and the places of a refusal', async () => {
    const failed = await failureOf(
      answering({
        ok: false,
        error: {
          code: 'ID_NUMBER_WRONG',
          message: '身份证号不对',
          requestId: 'req_9',
          fields: [{ path: 'members.0.idNumber', code: 'ID_NUMBER_WRONG', message: '第 1 位的身份证号不对' }],
        },
      }),
    );
    expect(failed).toMatchObject({
      code: 'ID_NUMBER_WRONG',
      message: '身份证号不对',
      requestId: 'req_9',
      retryable: false,
    });
    expect(failed.faultAt('members.0.idNumber')).toBe('第 1 位的身份证号不对');
    expect(failed.faultAt('members.1.idNumber')).toBeUndefined();
  });

  it('calls a code that this build does not know an internal fault, with the words of the server', async () => {
    const error = { code: 'FROM_THE_FUTURE', message: '请更新小程序', requestId: 'req_9' };
    expect(await failureOf(answering({ ok: false, error }))).toMatchObject({
      code: 'INTERNAL',
      message: '请更新小程序',
    });
  });

  it.each([
    ['an output of another shape', { ok: true, data: { days: 'many' } }],
    ['no reply at all', undefined],
    ['something that is no reply', { code: 0 }],
  ])('refuses %s', async (_what, reply) => {
    expect(await failureOf(answering(reply))).toMatchObject({ code: 'BAD_RESPONSE' });
  });

  it.each([
    ['NETWORK', { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail' }],
    ['NETWORK', new TypeError('Failed to fetch')],
    ['TIMEOUT', { errCode: -404006, errMsg: 'cloud.callFunction:fail timeout' }],
    ['INTERNAL', { errCode: -504002, errMsg: 'errCode: -504002 functions execute fail' }],
  ])('says %s when the function could not be reached: %o', async (code, thrown) => {
    const failed = await failureOf(failing(thrown));
    expect(failed).toMatchObject({ code, requestId: '', retryable: true });
    expect(failed.message).toMatch(/[\u4e00-\u9fff]/);
  });
});
