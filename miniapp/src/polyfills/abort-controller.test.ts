import { AbortController } from './abort-controller';

describe('AbortController', () => {
  it('tells each listener once, also one that was added twice', () => {
    const controller = new AbortController();
    const listener = jest.fn();
    controller.signal.addEventListener('abort', listener);
    controller.signal.addEventListener('abort', listener);
    controller.abort();
    controller.abort();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('does not tell a listener that was taken away', () => {
    const controller = new AbortController();
    const listener = jest.fn();
    controller.signal.addEventListener('abort', listener);
    controller.signal.removeEventListener('abort', listener);
    controller.abort();
    expect(listener).not.toHaveBeenCalled();
  });

  it('keeps the reason and throws it on request; without one it is an AbortError', () => {
    const reason = new Error('left the page');
    const controller = new AbortController();
    expect(() => controller.signal.throwIfAborted()).not.toThrow();
    controller.abort(reason);
    expect(() => controller.signal.throwIfAborted()).toThrow(reason);

    const plain = new AbortController();
    plain.abort();
    expect(plain.signal.aborted).toBe(true);
    expect(plain.signal.reason).toMatchObject({ name: 'AbortError' });
  });
});
