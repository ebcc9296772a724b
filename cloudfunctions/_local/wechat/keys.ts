import { createPublicKey, generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { type StateStore } from '../wechat-side';

/** Both sides' secrets: the merchant's (given to the functions) and the platform's (kept here, as at WeChat). */
export interface PayKeys {
  readonly merchantPrivateKey: string;
  readonly merchantSerial: string;
  readonly platformPrivateKey: string;
  readonly platformKeyId: string;
  readonly apiV3Key: string;
}

const newPrivateKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return privateKey;
};

export const generateKeys = async (): Promise<PayKeys> => {
  const [merchantPrivateKey, platformPrivateKey] = await Promise.all([newPrivateKey(), newPrivateKey()]);
  return {
    merchantPrivateKey,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    platformPrivateKey,
    platformKeyId: `PUB_KEY_ID_0${BigInt(`0x${randomBytes(16).toString('hex')}`)
      .toString()
      .padStart(39, '0')
      .slice(0, 30)}`,
    apiV3Key: randomBytes(16).toString('hex'),
  };
};

/** The keys of this data folder; made once, at the first start. */
export const loadKeys = async (store: StateStore): Promise<PayKeys> => {
  const kept = store.get<PayKeys>('keys');
  if (kept) return kept;
  const keys = await generateKeys();
  await store.put('keys', keys);
  return keys;
};

/** PEM (SPKI) of the public half. */
export const publicKeyOf = (privateKey: string): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
