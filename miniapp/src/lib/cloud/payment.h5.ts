import type { PaymentParams } from 'shared/order/order-view';
import { z } from 'shared/zod';
import { whoAmI } from '../identity/who-am-i.h5';
import type { PaymentOutcome } from './payment';

const told = z.object({ cashier: z.enum(['paid', 'cancelled', 'failed']), prepayId: z.string() });

/** The parameters go along, for the cashier to check their signature as the phone would. */
const cashierFrame = (prepayId: string, openid: string, params: PaymentParams): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  frame.title = '微信支付（本机）';
  frame.src = `/_local/cashier?${new URLSearchParams({ prepay_id: prepayId, openid, ...params }).toString()}`;
  frame.setAttribute(
    'style',
    'position:fixed;inset:0;z-index:2000;width:100%;height:100%;border:0;background:#fff',
  );
  return frame;
};

/** The browser's side of `requestPayment`: the local cashier in a frame over the page. */
export const requestPayment = async (params: PaymentParams): Promise<PaymentOutcome> => {
  const prepayId = params.package.replace(/^prepay_id=/, '');
  const frame = cashierFrame(prepayId, await whoAmI(), params);
  return new Promise((resolve) => {
    const listen = (event: MessageEvent) => {
      const message = told.safeParse(event.data);
      if (event.source !== frame.contentWindow || !message.success || message.data.prepayId !== prepayId)
        return;
      window.removeEventListener('message', listen);
      frame.remove();
      resolve(message.data.cashier);
    };
    window.addEventListener('message', listen);
    document.body.append(frame);
  });
};
