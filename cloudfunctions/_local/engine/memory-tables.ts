import type { Stored } from './stored';
import type { KeySpan, StoredCollection, Table, Tables } from './tables';

/** What takes back the changes of the write that is under way. */
type Undo = (() => void)[];

/**
 * One table in memory. Keys are held as text of one character a byte, whose order is that of the bytes. A new key moves
 * all that come after it: made for thousands of keys, not for millions.
 */
class MemoryTable<V> implements Table<V> {
  private readonly values: Map<string, V>;
  private readonly order: string[];

  constructor(
    private readonly undo: Undo,
    model?: MemoryTable<V>,
  ) {
    this.values = new Map(model?.values);
    this.order = [...(model?.order ?? [])];
  }

  get(key: Buffer): V | undefined {
    return this.values.get(key.toString('latin1'));
  }

  put(key: Buffer, value: V): void {
    const text = key.toString('latin1');
    const before = this.values.get(text);
    this.set(text, value);
    this.undo.push(() => (before === undefined ? this.delete(text) : this.set(text, before)));
  }

  remove(key: Buffer): void {
    const text = key.toString('latin1');
    const before = this.values.get(text);
    if (before === undefined) return;
    this.delete(text);
    this.undo.push(() => this.set(text, before));
  }

  *range(span: KeySpan): Iterable<{ key: Buffer; value: V }> {
    for (const text of this.textsIn(span)) {
      const value = this.values.get(text);
      if (value !== undefined) yield { key: Buffer.from(text, 'latin1'), value };
    }
  }

  *keys(span: KeySpan): Iterable<Buffer> {
    for (const text of this.textsIn(span)) yield Buffer.from(text, 'latin1');
  }

  countKeys(span: KeySpan): number {
    return this.textsIn(span).length;
  }

  /** As they are now: what is written while somebody reads them is not seen. */
  private textsIn({ start, end, reverse = false, inclusiveEnd = false, limit }: KeySpan): string[] {
    const [from, to] = [start.toString('latin1'), end.toString('latin1')];
    const texts = reverse
      ? this.order.slice(this.place(to, !inclusiveEnd), this.place(from, true)).reverse()
      : this.order.slice(this.place(from, false), this.place(to, inclusiveEnd));
    return limit === undefined ? texts : texts.slice(0, limit);
  }

  /** Where a key stands in the order, or the first after it when `isAfter`. */
  private place(text: string, isAfter: boolean): number {
    let [low, high] = [0, this.order.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.order[middle] ?? '';
      if (other < text || (isAfter && other === text)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private set(text: string, value: V): void {
    if (!this.values.has(text)) this.order.splice(this.place(text, false), 0, text);
    this.values.set(text, value);
  }

  private delete(text: string): void {
    this.order.splice(this.place(text, false), 1);
    this.values.delete(text);
  }
}

/** The tables in memory: gone with the process. A copy begins with all that is there and goes its own way. */
export class MemoryTables implements Tables {
  private readonly undo: Undo = [];
  readonly documents: MemoryTable<Stored>;
  readonly ids: MemoryTable<Buffer>;
  readonly entries: MemoryTable<Buffer>;
  private collections: readonly StoredCollection[];

  constructor(model?: MemoryTables) {
    this.documents = new MemoryTable(this.undo, model?.documents);
    this.ids = new MemoryTable(this.undo, model?.ids);
    this.entries = new MemoryTable(this.undo, model?.entries);
    this.collections = model?.collections ?? [];
  }

  layout(): readonly StoredCollection[] {
    return this.collections;
  }

  keepLayout(layout: readonly StoredCollection[]): void {
    const before = this.collections;
    this.collections = layout;
    this.undo.push(() => (this.collections = before));
  }

  write<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      for (const takeBack of this.undo.reverse()) takeBack();
      throw error;
    } finally {
      this.undo.length = 0;
    }
  }
}
