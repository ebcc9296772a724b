import { createCipheriv } from 'node:crypto';
import { generateKeys, publicKeyOf, type PayKeys } from '../_local/wechat/keys';
import { createSignatures, type Signatures } from '../_local/wechat/pay/signatures';
import { type CallbackRejection } from '../_core/ports/payment';
import { createWechatPay } from './wechat-pay';
import { type WechatPaySettings } from './wechat-pay-settings';

/** Callbacks as WeChat sends them, and as somebody else would like to. */

const NOW = Date.UTC(2026, 10, 22, 4, 0, 0);
const APPID = 'wx0000000000000001';
const MCHID = '1900009191';

let keys: PayKeys;
let signatures: Signatures;
let settings: WechatPaySettings;

beforeAll(async () => {
  keys = await generateKeys();
  signatures = createSignatures(keys);
  settings = {
    baseUrl: 'http://127.0.0.1:9/wxpay/',
    appid: APPID,
    mchid: MCHID,
    merchantSerial: keys.merchantSerial,
    merchantKey: keys.merchantPrivateKey,
    apiV3Key: keys.apiV3Key,
    publicKeyId: keys.platformKeyId,
    publicKey: publicKeyOf(keys.platformPrivateKey),
    notifyUrl: 'http://127.0.0.1:9/http/pay-notify',
  };
});

const paid = {
  appid: APPID,
  mchid: MCHID,
  out_trade_no: 'ord_1_1',
  transaction_id: '4200000000202611220000000001',
  trade_type: 'JSAPI',
  trade_state: 'SUCCESS',
  success_time: '2026-11-22T12:00:00+08:00',
  payer: { openid: 'oPayer' },
  amount: { total: 10_000, payer_total: 10_000, currency: 'CNY', payer_currency: 'CNY' },
};
const refunded = {
  mchid: MCHID,
  out_trade_no: 'ord_1_1',
  transaction_id: paid.transaction_id,
  out_refund_no: 'ref_1',
  refund_id: '50300000000202611220000000001',
  refund_status: 'SUCCESS',
  success_time: '2026-11-22T12:00:03+08:00',
  user_received_account: '支付用户零钱',
  amount: { total: 10_000, refund: 10_000, payer_total: 10_000, payer_refund: 10_000 },
};

interface Sent {
  headers: Record<string, string>;
  body: string;
}
const bodyOf = (content: unknown, eventType = 'TRANSACTION.SUCCESS', change: object = {}): string =>
  JSON.stringify({
    id: 'EV-1',
    create_time: '2026-11-22T12:00:00+08:00',
    resource_type: 'encrypt-resource',
    event_type: eventType,
    summary: '支付成功',
    resource: { ...signatures.encrypted('transaction', 'transaction', content), ...change },
  });
/** A body signed at a moment, by the real platform unless said otherwise. */
const sent = (body: string, at = NOW, signer = signatures): Sent => ({
  headers: signer.signedHeaders(body, at),
  body,
});
const read = ({ headers, body }: Sent) => createWechatPay(settings, () => NOW).readCallback(headers, body);
const expectRejected = async (message: Sent, reason: CallbackRejection): Promise<void> => {
  await expect(read(message)).rejects.toMatchObject({ name: 'CallbackRejected', reason });
};

/** Another character of the same alphabet at a position of base64 text. */
const flipped = (base64: string, position: number): string => {
  const bytes = Buffer.from(base64, 'base64');
  bytes[position] = (bytes[position] ?? 0) ^ 1;
  return bytes.toString('base64');
};

describe('a genuine callback', () => {
  it('tells the payment, whatever the case of the header names and the type of the body', async () => {
    const { headers, body } = sent(bodyOf(paid));
    const facts = {
      kind: 'payment',
      eventId: 'EV-1',
      outTradeNo: 'ord_1_1',
      transactionId: paid.transaction_id,
      paidAt: NOW,
      totalFen: 10_000,
      payerOpenid: 'oPayer',
    };
    expect(await read({ headers, body })).toEqual(facts);
    const lower = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
    );
    const pay = createWechatPay(settings, () => NOW);
    expect(await pay.readCallback(lower, Buffer.from(body))).toEqual(facts);
  });

  it('tells a refund', async () => {
    expect(await read(sent(bodyOf(refunded, 'REFUND.SUCCESS')))).toEqual({
      kind: 'refund',
      eventId: 'EV-1',
      outTradeNo: 'ord_1_1',
      outRefundNo: 'ref_1',
      refundId: refunded.refund_id,
      state: 'success',
      refundFen: 10_000,
      refundedAt: NOW + 3_000,
    });
  });

  it('may be five minutes old or new', async () => {
    await expect(read(sent(bodyOf(paid), NOW - 300_000))).resolves.toBeDefined();
    await expect(read(sent(bodyOf(paid), NOW + 300_000))).resolves.toBeDefined();
  });
});

describe('a forged or damaged callback', () => {
  it('is refused when a byte of the body was flipped', async () => {
    const { headers, body } = sent(bodyOf(paid));
    await expectRejected({ headers, body: body.replace('EV-1', 'EV-2') }, 'signature');
    await expectRejected({ headers, body: `${body} ` }, 'signature');
  });

  it('is refused when a byte of the signature was flipped, or it is no signature', async () => {
    const { headers, body } = sent(bodyOf(paid));
    const signature = headers['Wechatpay-Signature'] ?? '';
    await expectRejected(
      { headers: { ...headers, 'Wechatpay-Signature': flipped(signature, 17) }, body },
      'signature',
    );
    await expectRejected(
      { headers: { ...headers, 'Wechatpay-Signature': 'WECHATPAY/SIGNTEST/x' }, body },
      'signature',
    );
  });

  it('is refused when its timestamp or nonce was exchanged', async () => {
    const { headers, body } = sent(bodyOf(paid));
    const later = String(Number(headers['Wechatpay-Timestamp']) + 1);
    await expectRejected({ headers: { ...headers, 'Wechatpay-Timestamp': later }, body }, 'signature');
    await expectRejected({ headers: { ...headers, 'Wechatpay-Nonce': 'f'.repeat(32) }, body }, 'signature');
  });

  it('is refused when somebody else signed it', async () => {
    const other = createSignatures(await generateKeys());
    const { headers, body } = sent(bodyOf(paid), NOW, other);
    await expectRejected(
      { headers: { ...headers, 'Wechatpay-Serial': keys.platformKeyId }, body },
      'signature',
    );
    await expectRejected({ headers, body }, 'unknownKey');
  });

  it.each([-301_000, 301_000])('is refused %d ms off', async (difference) => {
    await expectRejected(sent(bodyOf(paid), NOW + difference), 'stale');
  });

  it.each(['Wechatpay-Timestamp', 'Wechatpay-Nonce', 'Wechatpay-Serial', 'Wechatpay-Signature'])(
    'is refused without %s',
    async (name) => {
      const { headers, body } = sent(bodyOf(paid));
      await expectRejected({ headers: { ...headers, [name]: '' }, body }, 'headers');
    },
  );

  it('is refused when any byte of the cipher or its tag was flipped, though signed', async () => {
    const { ciphertext = '' } = signatures.encrypted('transaction', 'transaction', paid);
    const length = Buffer.from(ciphertext, 'base64').length;
    const resource = JSON.parse(bodyOf(paid)) as { resource: Record<string, string> };
    for (const position of [0, Math.floor(length / 2), length - 17, length - 16, length - 1]) {
      const damaged = flipped(resource.resource.ciphertext ?? '', position);
      const body = JSON.stringify({ ...resource, resource: { ...resource.resource, ciphertext: damaged } });
      await expectRejected(sent(body), 'cipher');
    }
  });

  it('is refused with a shortened tag, other associated data or another nonce', async () => {
    const nonce = 'abcdefabcdef';
    const cipher = createCipheriv('aes-256-gcm', keys.apiV3Key, nonce).setAAD(Buffer.from('transaction'));
    const eightBytes = Buffer.concat([cipher.update('{"a":12}'), cipher.final()]);
    const short = Buffer.concat([eightBytes, cipher.getAuthTag().subarray(0, 4)]).toString('base64');
    await expectRejected(sent(bodyOf(paid, 'TRANSACTION.SUCCESS', { ciphertext: short, nonce })), 'cipher');
    await expectRejected(sent(bodyOf(paid, 'TRANSACTION.SUCCESS', { associated_data: 'refund' })), 'cipher');
    await expectRejected(sent(bodyOf(paid, 'TRANSACTION.SUCCESS', { nonce: 'abcdefabcdef' })), 'cipher');
    await expectRejected(sent(bodyOf(paid, 'TRANSACTION.SUCCESS', { algorithm: 'none' })), 'body');
  });
});

describe('a genuine callback that is not for us', () => {
  it('is refused for another merchant or another appid', async () => {
    await expectRejected(sent(bodyOf({ ...paid, mchid: '1900000000' })), 'otherMerchant');
    await expectRejected(sent(bodyOf({ ...paid, appid: 'wxother' })), 'otherMerchant');
    await expectRejected(
      sent(bodyOf({ ...refunded, mchid: '1900000000' }, 'REFUND.SUCCESS')),
      'otherMerchant',
    );
  });

  it('is refused when it tells of something else, or not of a payment that succeeded', async () => {
    await expectRejected(sent(bodyOf(paid, 'COUPON.USE')), 'otherEvent');
    await expectRejected(sent(bodyOf({ ...paid, trade_state: 'REFUND' })), 'otherEvent');
    await expectRejected(sent(bodyOf({ ...paid, amount: { total: 100.5, currency: 'CNY' } })), 'body');
    await expectRejected(sent(bodyOf({ ...paid, amount: { total: 10_000, currency: 'USD' } })), 'body');
    await expectRejected(sent('not json'), 'body');
  });
});
