import { CronExpression } from './cron';
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
        { name: 'never', type: 'timer', config: '0 0 25 * * * *' },
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

  it('with an expression that is none are left out, and the log says so', async () => {
    expect(await post('timers/never', {})).toMatchObject({ ok: false, error: { code: 'TIMER_NOT_FOUND' } });
    expect(cloud.logs('local').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^timer never of jobs is refused: .*25/) as string,
    );
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

describe('an expression of seven fields', () => {
  it.each([
    ['*/5 * * * * * *', '2027-03-05T09:30:05'],
    ['0 0 2 1 * * *', '2027-04-01T02:00:00'],
    ['0 15 10 * * MON-FRI *', '2027-03-05T10:15:00'],
    ['0 0 10,14,16 * * * *', '2027-03-05T10:00:00'],
    ['0 */30 9-17 * * * *', '2027-03-05T10:00:00'],
    ['0 0 12 * * WED *', '2027-03-10T12:00:00'],
    ['0 0 2 * * 0 *', '2027-03-07T02:00:00'],
    ['0 1/10 * * * * *', '2027-03-05T09:31:00'],
    ['0 0 0 L * ? *', '2027-03-31T00:00:00'],
    ['0 0 0 9 * 1 *', '2027-03-08T00:00:00'],
    ['33 22 11 6 7 * 2028', '2028-07-06T11:22:33'],
    ['0 0 0 31 2 * *', undefined],
    ['0 0 0 1 1 * 2020', undefined],
  ])('%s', (text, next) => {
    const friday = Date.parse('2027-03-05T09:30:00+08:00');
    const expected = next === undefined ? undefined : Date.parse(`${next}+08:00`);
    expect(new CronExpression(text).nextAfter(friday)).toBe(expected);
  });

  it.each(['0 0 2 1 * *', '0 0 2 1 * * * *', '60 * * * * * *', '0 0 0 * * 8 *', 'hourly'])(
    'is not %s',
    (text) => {
      expect(() => new CronExpression(text)).toThrow(/\S/);
    },
  );
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
