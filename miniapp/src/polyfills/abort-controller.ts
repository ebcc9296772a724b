/**
 * AbortController for mini-programs, which have none; the data library needs it at every query.
 * Webpack puts it in wherever our bundle names `AbortController`, in weapp builds only.
 * Source: https://dom.spec.whatwg.org/#aborting-ongoing-activities (the part that the data library uses).
 */

interface AbortEvent {
  readonly type: 'abort';
  readonly target: AbortSignal;
}

type Listener = ((event: AbortEvent) => void) | { handleEvent: (event: AbortEvent) => void };

const abortError = (): Error =>
  Object.assign(new Error('This operation was aborted'), { name: 'AbortError' });

class AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  onabort: ((event: AbortEvent) => void) | null = null;
  /** Each listener once, in order; the value says whether it hears only the first abort. */
  private readonly listeners = new Map<Listener, boolean>();

  addEventListener(_type: 'abort', listener: Listener, options?: boolean | { once?: boolean }): void {
    if (this.listeners.has(listener)) return;
    this.listeners.set(listener, typeof options === 'object' && options.once === true);
  }

  removeEventListener(_type: 'abort', listener: Listener): void {
    this.listeners.delete(listener);
  }

  throwIfAborted(): void {
    if (this.aborted) throw this.reason;
  }

  /** Ends the work; the second time nothing happens. */
  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? abortError();
    const event: AbortEvent = { type: 'abort', target: this };
    this.onabort?.(event);
    for (const [listener, once] of [...this.listeners]) {
      if (once) this.listeners.delete(listener);
      if (typeof listener === 'function') listener(event);
      else listener.handleEvent(event);
    }
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason?: unknown): void {
    this.signal.abort(reason);
  }
}
