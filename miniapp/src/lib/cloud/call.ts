import { z } from 'shared/zod';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { CATALOGUE, type ErrorCode } from 'shared/errors/catalogue';
import { CallFailed } from './call-failed';
import { send, type Send } from './transport';

const fault = z.object({ path: z.string(), code: z.string(), message: z.string() });
const reply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), data: z.unknown() }),
  z.object({
    ok: z.literal(false),
    error: z.object({
      code: z.string(),
      message: z.string(),
      requestId: z.string(),
      fields: z.optional(z.array(fault)),
    }),
  }),
]);

/** A newer server may know codes that this build does not. */
const knownCode = (code: string): ErrorCode =>
  Object.prototype.hasOwnProperty.call(CATALOGUE, code) ? (code as ErrorCode) : 'INTERNAL';

const textOfThrown = (thrown: unknown): string => {
  if (typeof thrown !== 'object' || thrown === null) return String(thrown);
  return String(Reflect.get(thrown, 'errMsg') ?? Reflect.get(thrown, 'message'));
};

/** WeChat rejects with a plain object: no network, no answer in time, or a function that fell over. */
const unreached = (thrown: unknown): CallFailed => {
  const text = textOfThrown(thrown);
  if (/-504002|-501000|functions? execute fail|not found|FUNCTION_NOT_FOUND/i.test(text))
    return new CallFailed('INTERNAL');
  return new CallFailed(/time ?out|-504003/i.test(text) ? 'TIMEOUT' : 'NETWORK');
};

/** Makes the one way to call an operation over a transport; the app's own is `call`. */
export const callOver =
  (transport: Send) =>
  async <C extends Contract>(contract: C, input: InputOf<C>): Promise<OutputOf<C>> => {
    let raw: unknown;
    try {
      raw = await transport(contract.function, { name: contract.name, input });
    } catch (thrown) {
      throw unreached(thrown);
    }
    const parsed = z.safeParse(reply, raw);
    if (!parsed.success) throw new CallFailed('BAD_RESPONSE');
    if (!parsed.data.ok) {
      const { code, message, requestId, fields = [] } = parsed.data.error;
      throw new CallFailed(knownCode(code), {
        message,
        requestId,
        fields: fields.map((place) => ({ ...place, code: knownCode(place.code) })),
      });
    }
    const output = z.safeParse(contract.output, parsed.data.data);
    if (!output.success) throw new CallFailed('BAD_RESPONSE');
    return output.data as OutputOf<C>;
  };

/**
 * Calls one operation of the cloud and gives its parsed output.
 * Throws CallFailed only: the server's code and Chinese message, or NETWORK, TIMEOUT, BAD_RESPONSE, INTERNAL.
 */
export const call = callOver(send);
