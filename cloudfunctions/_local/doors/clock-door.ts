import { ClockBackwards, type MovableClock } from '../clock';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import { json, refused } from './replies';

/**
 * `GET /_local/clock` → `{now}`. `POST /_local/clock` with `{now}` (epoch milliseconds or ISO text) or `{advanceMs}`
 * moves the clock forward and answers `{now}` once the timers that became due have finished.
 */
export async function answerClock(clock: MovableClock, request: LocalRequest): Promise<LocalResponse> {
  if (request.method === 'GET') return json({ now: clock.now() });
  const target = targetOf(clock, request.body);
  if (target === undefined) return refused('INVALID_INPUT', '请给出 now 或 advanceMs。', 400);
  try {
    return json({ now: await clock.moveTo(target) });
  } catch (error) {
    if (error instanceof ClockBackwards) return refused('CLOCK_BACKWARDS', '时钟只能向前拨。', 400);
    throw error;
  }
}

function targetOf(clock: MovableClock, body: Buffer): number | undefined {
  let wish: { now?: unknown; advanceMs?: unknown };
  try {
    wish = JSON.parse(body.toString('utf8')) as typeof wish;
  } catch {
    return undefined;
  }
  const { now, advanceMs } = wish;
  if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) return clock.now() + advanceMs;
  const target = typeof now === 'string' ? Date.parse(now) : now;
  return typeof target === 'number' && Number.isFinite(target) ? target : undefined;
}
