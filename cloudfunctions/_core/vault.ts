import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Where a sealed value lives: bound to it, so a value copied to another record does not open. */
export interface SealedPlace {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

export interface KeyRing {
  /** Version that new values are sealed with. */
  readonly current: string;
  /** 32-byte keys by version. */
  readonly keys: Readonly<Record<string, Buffer>>;
  /** 32-byte key of look-up hashes and derived ids. */
  readonly lookupKey: Buffer;
}

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts personal fields (AES-256-GCM, bound to collection, id and field) and makes keyed hashes for look-ups. */
export class Vault {
  /** The keys as the cipher wants them: made once, not at every field. */
  private readonly keys: ReadonlyMap<string, KeyObject>;
  private readonly lookupKey: KeyObject;

  constructor(
    private readonly ring: KeyRing,
    private readonly randomBytes: (length: number) => Buffer,
  ) {
    this.keys = new Map(Object.entries(ring.keys).map(([version, key]) => [version, createSecretKey(key)]));
    this.lookupKey = createSecretKey(ring.lookupKey);
  }

  /** Text `version:base64(nonce, tag, ciphertext)`. */
  seal(place: SealedPlace, value: unknown): string {
    const nonce = this.randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyOf(this.ring.current), nonce);
    cipher.setAAD(aadOf(place));
    const ciphertext = cipher.update(JSON.stringify(value), 'utf8');
    // A stream cipher: nothing is left for the end but the tag.
    cipher.final();
    return `${this.ring.current}:${Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64')}`;
  }

  /** Throws when the text was changed or comes from another place. */
  open(place: SealedPlace, text: string): unknown {
    const [version = '', payload = ''] = text.split(':');
    const bytes = Buffer.from(payload, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.keyOf(version), bytes.subarray(0, NONCE_BYTES));
    decipher.setAAD(aadOf(place));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const plain = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    // Throws when the tag does not fit: nothing is believed before.
    decipher.final();
    const value: unknown = JSON.parse(plain.toString('utf8'));
    return value;
  }

  /** A keyed hash that cannot be turned back by trying all numbers without the key. */
  keyedHash(...parts: readonly string[]): string {
    return createHmac('sha256', this.lookupKey).update(JSON.stringify(parts)).digest('hex');
  }

  private keyOf(version: string): KeyObject {
    const key = this.keys.get(version);
    if (!key) throw new Error(`no field key of version ${version}`);
    return key;
  }
}

const aadOf = (place: SealedPlace): Buffer =>
  Buffer.from(`${place.collection}|${place.id}|${place.field}`, 'utf8');
