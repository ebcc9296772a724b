import { ClockBackwards, type MovableClock } from '../clock';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import { json, refused } from './replies';

/**
 * `GET /_local/clock` → `{now}`. `POST /_local/clock` with `{now}` (epoch milliseconds or ISO text) or `{advanceMs}`
 * moves the clock forward and answers `{now}` once the timers that became due have finished.
 */
export async function answerClock(clock: MovableClock, request: LocalRequest): Promise<LocalResponse> {
  if (request.method === 'GET') return json({ now: clock.now() });
  const wish = wishOf(request.body);
  if (wish === undefined) return refused('INVALID_INPUT', '请给出 now 或 advanceMs。', 400);
  try {
    return json({ now: await ('now' in wish ? clock.moveTo(wish.now) : clock.advance(wish.advanceMs)) });
  } catch (error) {
    if (error instanceof ClockBackwards) return refused('CLOCK_BACKWARDS', '时钟只能向前拨。', 400);
    throw error;
  }
}

function wishOf(body: Buffer): { now: number } | { advanceMs: number } | undefined {
  let wish: { now?: unknown; advanceMs?: unknown };
  try {
    wish = JSON.parse(body.toString('utf8')) as typeof wish;
  } catch {
    return undefined;
  }
  const { advanceMs } = wish;
  if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) return { advanceMs };
  const now = typeof wish.now === 'string' ? Date.parse(wish.now) : wish.now;
  return typeof now === 'number' && Number.isFinite(now) ? { now } : undefined;
}
