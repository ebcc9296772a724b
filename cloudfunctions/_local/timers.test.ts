import type { LocalCloud } from './local-cloud';
import { startTestCloud } from './testing';
import { FunctionFolder } from './testing-functions';

const folder = new FunctionFolder();
let cloud: LocalCloud;

beforeAll(async () => {
  folder.write(
    'jobs',
    `exports.main = async (event) => {
       if (event.TriggerName === 'broken') throw new Error('no');
       console.log('ran ' + event.TriggerName + ' ' + process.env.TRIGGER_SRC + ' ' + (process.env.WX_OPENID || 'nobody'));
       return { type: event.Type, name: event.TriggerName, time: event.Time };
     };`,
    {
      triggers: [
        { name: 'hourly', type: 'timer', config: '0 0 */1 * * * *' },
        { name: 'china-midnight', type: 'timer', config: '0 0 0 * * * *' },
        { name: 'broken', type: 'timer', config: '0 0 5 1 1 * 2099' },
      ],
    },
  );
  cloud = await startTestCloud({
    functionsDir: folder.path,
    timers: true,
    now: Date.parse('2027-03-01T15:30:00+08:00'),
  });
});

afterAll(async () => {
  await cloud.close();
  folder.remove();
});

const runs = (name: string): number =>
  cloud.logs('jobs').filter(({ text }) => text.startsWith(`ran ${name} `)).length;
const post = async (path: string, body: object): Promise<unknown> =>
  (await fetch(`${cloud.url}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) })).json();

describe('timers', () => {
  it('run by name and answer when they have finished', async () => {
    expect(await post('timers/hourly', {})).toMatchObject({
      ok: true,
      data: { type: 'Timer', name: 'hourly' },
    });
    expect(cloud.logs('jobs').at(-1)?.text).toBe('ran hourly timer nobody');
    expect(await post('timers/unheard', {})).toMatchObject({ ok: false, error: { code: 'TIMER_NOT_FOUND' } });
    expect(await post('timers/broken', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
  });

  it('fire once each when the clock is moved past them, before the door answers', async () => {
    const [hourly, midnight] = [runs('hourly'), runs('china-midnight')];
    await post('clock', { advanceMs: 5 * 3_600_000 });
    expect([runs('hourly') - hourly, runs('china-midnight') - midnight]).toEqual([1, 0]);
    await post('clock', { now: '2027-03-02T00:00:01+08:00' });
    expect([runs('hourly') - hourly, runs('china-midnight') - midnight]).toEqual([2, 1]);
    await post('clock', { advanceMs: 1000 });
    expect([runs('hourly') - hourly, runs('china-midnight') - midnight]).toEqual([2, 1]);
  });
});

describe('the clock', () => {
  it('only goes forward and says so', async () => {
    const { now } = (await post('clock', { advanceMs: 0 })) as { now: number };
    expect(await post('clock', { now: now - 60_000 })).toMatchObject({
      ok: false,
      error: { code: 'CLOCK_BACKWARDS' },
    });
    expect(await post('clock', { hurry: true })).toMatchObject({
      ok: false,
      error: { code: 'INVALID_INPUT' },
    });
    const read = (await (await fetch(`${cloud.url}/_local/clock`)).json()) as { now: number };
    expect(read.now).toBeGreaterThanOrEqual(now);
  });
});
