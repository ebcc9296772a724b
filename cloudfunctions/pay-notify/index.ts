import { createRuntime } from '../_adapters/runtime';
import type { FunctionContext } from '../_core/entry';
import { workshopOf } from '../_core/serve';
import { receivePaymentCallback, type CallbackReply } from '../_operations/order/receive-payment-callback';

/** An HTTP request as CloudBase hands it to a function. Source: CloudBase "云函数 HTTP 访问". */
interface HttpEvent {
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded?: boolean;
}

const runtime = createRuntime(process.env);
const workshop = workshopOf(runtime);

/** Takes WeChat Pay's callbacks; everything else is refused by its missing signature. */
export const main = (event: HttpEvent, context?: FunctionContext): Promise<CallbackReply> => {
  const body = event.body ?? '';
  const started = runtime.ports.clock.now();
  return receivePaymentCallback(
    workshop,
    {
      headers: event.headers ?? {},
      rawBody: event.isBase64Encoded === true ? Buffer.from(body, 'base64') : body,
    },
    (code, fault) =>
      runtime.log({
        requestId: context?.request_id ?? 'unknown',
        operation: 'receivePaymentCallback',
        code,
        milliseconds: runtime.ports.clock.now() - started,
        ...(fault === undefined ? {} : { fault }),
      }),
  );
};
