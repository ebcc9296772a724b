/**
 * Before-images of what was written while transactions are open: the multi-version part of snapshot isolation.
 * Keys name documents or unique index values; numbers are commit numbers, growing with every commit.
 */
export class History<T> {
  private commits = 0;
  private readonly images = new Map<string, { commit: number; before: T }[]>();
  private readonly openSnapshots = new Map<number, number>();

  /** Opens a snapshot of what is committed now. */
  open(): number {
    this.openSnapshots.set(this.commits, (this.openSnapshots.get(this.commits) ?? 0) + 1);
    return this.commits;
  }

  /** Some snapshot is open: what is written must be noted. */
  get watched(): boolean {
    return this.openSnapshots.size > 0;
  }

  close(snapshot: number): void {
    const holders = (this.openSnapshots.get(snapshot) ?? 1) - 1;
    if (holders > 0) {
      this.openSnapshots.set(snapshot, holders);
      return;
    }
    this.openSnapshots.delete(snapshot);
    if (this.openSnapshots.size === 0) {
      this.images.clear();
      return;
    }
    const oldest = Math.min(...this.openSnapshots.keys());
    for (const [key, versions] of this.images) {
      const kept = versions.filter((version) => version.commit > oldest);
      if (kept.length === 0) this.images.delete(key);
      else if (kept.length < versions.length) this.images.set(key, kept);
    }
  }

  /** Notes one commit: what each key held before it. */
  committed(befores: ReadonlyMap<string, T>): void {
    this.commits += 1;
    if (this.openSnapshots.size === 0) return;
    for (const [key, before] of befores) {
      const versions = this.images.get(key);
      if (versions === undefined) this.images.set(key, [{ commit: this.commits, before }]);
      else versions.push({ commit: this.commits, before });
    }
  }

  /** True when a commit after the snapshot touched the key. */
  changedSince(key: string, snapshot: number): boolean {
    return this.images.get(key)?.some((version) => version.commit > snapshot) ?? false;
  }

  /** Every key that a commit after the snapshot touched, with what the snapshot sees under it. */
  *since(snapshot: number): Iterable<[key: string, before: T]> {
    for (const [key, versions] of this.images) {
      const version = versions.find((candidate) => candidate.commit > snapshot);
      if (version !== undefined) yield [key, version.before];
    }
  }

  /** What the snapshot sees under the key; `current` when nothing touched it since. */
  seenBy(snapshot: number, key: string, current: () => T): T {
    const version = this.images.get(key)?.find((candidate) => candidate.commit > snapshot);
    return version === undefined ? current() : version.before;
  }
}
