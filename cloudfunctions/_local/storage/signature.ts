import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a signed storage address allows. */
export type Right = 'get' | 'put';

/** Signs and checks storage addresses: a right on one path until a time. */
export class AddressSigner {
  constructor(private readonly secret: string) {}

  /** Query text for an address that holds until `expiresAt` (epoch seconds of the local clock). */
  sign(right: Right, path: string, expiresAt: number): string {
    return `sign=${this.signature(right, path, expiresAt)}&t=${expiresAt}`;
  }

  verify(right: Right, path: string, query: URLSearchParams, now: number): 'valid' | 'expired' | 'forged' {
    const expiresAt = Number(query.get('t'));
    const given = Buffer.from(query.get('sign') ?? '');
    const wanted = Buffer.from(this.signature(right, path, expiresAt));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forged';
    return now / 1000 <= expiresAt ? 'valid' : 'expired';
  }

  private signature(right: Right, path: string, expiresAt: number): string {
    return createHmac('sha256', this.secret).update(`${right}\n${path}\n${expiresAt}`).digest('hex');
  }
}
