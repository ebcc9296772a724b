import { orderIdOf } from '../../../shared/order/trade-numbers';
import type { Workshop } from '../../_core/operation';
import { CallbackRejected } from '../../_core/ports/payment';
import { advanceOrder } from './advance-order';

/** An HTTP request as WeChat Pay sends it. */
export interface CallbackRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Exactly as received: the signature covers these bytes. */
  readonly rawBody: string | Buffer;
}

export interface CallbackReply {
  readonly statusCode: number;
  readonly body: string;
}

const fail = (statusCode: number): CallbackReply => ({
  statusCode,
  body: '{"code":"FAIL","message":"失败"}',
});

/**
 * Takes WeChat's word that something happened, after proving that it is WeChat's, and then asks WeChat itself.
 * Answers 401 for a callback that cannot be believed, 500 to be called again, 204 when the order is stored.
 * Source: WeChat Pay API v3 "支付成功回调通知", "如何验证签名".
 */
export const receivePaymentCallback = async (
  workshop: Workshop,
  request: CallbackRequest,
  log: (code: string, fault?: string) => void,
): Promise<CallbackReply> => {
  try {
    const callback = await workshop.ports.payment.readCallback(request.headers, request.rawBody);
    const orderId = orderIdOf(callback.outTradeNo);
    if (orderId !== undefined) await advanceOrder(workshop, orderId, callback.outTradeNo);
    log('OK');
    return { statusCode: 204, body: '' };
  } catch (thrown) {
    if (thrown instanceof CallbackRejected) {
      log(`REJECTED_${thrown.reason}`);
      return fail(401);
    }
    log('INTERNAL', thrown instanceof Error ? thrown.stack : String(thrown));
    return fail(500);
  }
};
