import Taro from '@tarojs/taro';
import type { PaymentParams } from 'shared/order/order-view';

/** What the person did at the cashier; only the server knows whether money moved. */
export type PaymentOutcome = 'paid' | 'cancelled' | 'failed';

/** Opens WeChat's cashier. Never throws. Source: https://pay.weixin.qq.com/doc/v3/merchant/4012791898 */
export const requestPayment = async (params: PaymentParams): Promise<PaymentOutcome> => {
  try {
    await Taro.requestPayment(params);
    return 'paid';
  } catch (thrown) {
    const text = typeof thrown === 'object' && thrown !== null ? String(Reflect.get(thrown, 'errMsg')) : '';
    return /cancel/.test(text) ? 'cancelled' : 'failed';
  }
};
