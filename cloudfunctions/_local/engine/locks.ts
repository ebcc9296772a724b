/** Thrown by a write outside transactions that meets an open transaction's write: try again when it has ended. */
export class LockedByTransaction extends Error {
  constructor(readonly released: Promise<void>) {
    super('locked by an open transaction');
    this.name = 'LockedByTransaction';
  }
}

/** Whoever holds locks: an open transaction. */
export interface LockHolder {
  /** Resolves when it holds nothing any more. */
  readonly ended: Promise<void>;
}

/** Which open transaction has written which key (a document or a unique index value). */
export class Locks {
  private readonly holders = new Map<string, LockHolder>();

  /** The holder of a key, if it is somebody else. */
  otherHolder(key: string, self?: LockHolder): LockHolder | undefined {
    const holder = this.holders.get(key);
    return holder === self ? undefined : holder;
  }

  take(key: string, holder: LockHolder): void {
    this.holders.set(key, holder);
  }

  releaseAll(holder: LockHolder): void {
    for (const [key, other] of this.holders) if (other === holder) this.holders.delete(key);
  }

  /** For writers outside transactions: throws `LockedByTransaction` when any key is held. */
  refuseHeld(keys: Iterable<string>): void {
    if (this.holders.size === 0) return;
    for (const key of keys) {
      const holder = this.holders.get(key);
      if (holder !== undefined) throw new LockedByTransaction(holder.ended);
    }
  }
}
