import { type SdkQuery, refusalOf } from '../testing-sdk';
import { onEveryCloud } from './every-cloud';

onEveryCloud('unique indexes', (cloud) => {
  const members = cloud.collection('members', [
    { name: 'phone', keys: { phone: 1 }, unique: true },
    { name: 'region_code', keys: { region: 1, code: 1 }, unique: true },
  ]);
  const cards = cloud.collection('cards', [{ name: 'codes', keys: { codes: 1 }, unique: true }]);

  beforeEach(async () => {
    await members().where({}).remove();
    await members().add([
      { _id: 'a', phone: '138', region: 'x', code: 1 },
      { _id: 'b', phone: '139', region: 'x', code: 2 },
    ]);
  });

  /** The cloud answers one or the other code; MongoDB's E11000 is in the message of both. */
  const expectClash = async (call: Promise<unknown>, text = 'duplicate key error'): Promise<void> => {
    const { code, message } = await refusalOf(call);
    expect(['DATABASE_DUPLICATE_WRITE', 'DATABASE_REQUEST_FAILED']).toContain(code);
    expect(message).toContain('E11000');
    expect(message).toContain(text);
  };

  it.each([
    ['add', () => members().add({ phone: '138', region: 'y', code: 1 })],
    ['doc set', () => members().doc('c').set({ phone: '138', region: 'y', code: 1 })],
    ['doc update', () => members().doc('b').update({ phone: '138' })],
    ['where update', () => members().where({ code: 2 }).update({ code: 1 })],
    ['updateAndReturn', () => members().where({ code: 2 }).updateAndReturn({ phone: '138' })],
  ])('refuse a second holder of a value by %s: E11000', async (_name, call) => {
    await expectClash(call());
    expect(await members().count()).toMatchObject({ total: 2 });
  });

  it('refuse a second document of the same _id: E11000', async () => {
    await expectClash(members().add({ _id: 'a', phone: '1', region: 'z', code: 9 }), 'index: _id_');
  });

  it('refuse two of one call, and store none', async () => {
    const twins = [
      { phone: '7', region: 'z', code: 1 },
      { phone: '7', region: 'z', code: 2 },
    ];
    await expectClash(members().add(twins));
  });

  it('tell which index clashed', async () => {
    await expectClash(members().add({ phone: '1', region: 'x', code: 1 }), 'index: region_code');
  });

  it('of several fields refuse only what is equal in all of them', async () => {
    await members().add({ phone: '1', region: 'x', code: 3 });
    await members().add({ phone: '2', region: 'y', code: 1 });
    await expectClash(members().add({ phone: '3', region: 'x', code: 3 }));
  });

  it('take a missing field for null', async () => {
    await members().add({ region: 'n', code: 1 });
    await expectClash(members().add({ region: 'n', code: 2 }), 'null');
    await expectClash(members().add({ phone: null, region: 'n', code: 2 }), 'null');
  });

  it('let a value go with its holder', async () => {
    await members().doc('a').remove();
    await members().add({ _id: 'c', phone: '138', region: 'x', code: 1 });
    await members().doc('c').update({ phone: '151' });
    await members().add({ phone: '138', region: 'z', code: 2 });
  });

  it('tell long values apart that begin alike', async () => {
    const long = '保'.repeat(300);
    await members().add({ phone: `${long}1`, region: 'l', code: 1 });
    await members().add({ phone: `${long}2`, region: 'l', code: 2 });
    await expectClash(members().add({ phone: `${long}2`, region: 'l', code: 3 }));
  });

  it('watch the elements of arrays', async () => {
    await cards().where({}).remove();
    await cards().add({ codes: ['a', 'b', 'a'] });
    await expectClash(cards().add({ codes: ['c', 'b'] }));
    await expectClash(cards().add({ codes: 'b' }));
    await cards().add({ codes: ['c'] });
  });
});

onEveryCloud('queries that scan', (cloud) => {
  const crowd = cloud.collection('crowd', [{ name: 'n', keys: { n: 1 }, unique: false }]);
  const some = (): SdkQuery => crowd().where({ n: cloud.db.command.lt(5) });
  const byId = (): SdkQuery =>
    crowd()
      .where({ _id: cloud.db.command.gt('') })
      .orderBy('_id', 'asc');
  const unserved = { m: 700 };

  beforeAll(async () => {
    await crowd().add(Array.from({ length: 1200 }, (_item, n) => ({ n, m: n })));
  });

  const served: [string, () => Promise<unknown>][] = [
    ['get by an index', () => some().get()],
    ['get in the order of an index', () => crowd().orderBy('n', 'desc').limit(5).get()],
    ['get along the ids', () => byId().limit(20).get()],
    ['get of the first documents', () => crowd().limit(1000).get()],
    ['count of all', () => crowd().count()],
    ['count by an index', () => some().count()],
    ['update by an index', () => some().update({ seen: true })],
    ['remove by an index', () => crowd().where({ n: -1 }).remove()],
    ['aggregate by an index', () => crowd().aggregate().match({ n: 3 }).end()],
  ];
  for (const [name, call] of served) {
    cloud.localOnly(`${name} is not reported`, async (local) => {
      const before = local.faults().length;
      await call();
      expect(local.faults().slice(before)).toEqual([]);
    });
  }

  const scanning: [string, () => Promise<unknown>][] = [
    ['get', () => crowd().where(unserved).get()],
    ['get that sorts without an index', () => crowd().orderBy('m', 'asc').limit(5).get()],
    ['get that walks along the wrong index', () => crowd().where(unserved).orderBy('n', 'asc').get()],
    ['get that skips far', () => crowd().skip(1100).limit(5).get()],
    ['count', () => crowd().where(unserved).count()],
    ['update', () => crowd().where(unserved).update({ seen: true })],
    ['updateAndReturn', () => crowd().where({ m: 1199 }).updateAndReturn({ seen: true })],
    ['remove', () => crowd().where({ m: -1 }).remove()],
    ['aggregate', () => crowd().aggregate().match(unserved).end()],
  ];
  for (const [name, call] of scanning) {
    cloud.localOnly(`${name} that looks at more than 1,000 documents in vain is reported`, async (local) => {
      const before = local.faults().length;
      await call();
      expect(local.faults().slice(before)).toMatchObject([
        { kind: 'scan', message: expect.stringMatching(/crowd: \d+ documents scanned for/) as string },
      ]);
    });
  }
});
