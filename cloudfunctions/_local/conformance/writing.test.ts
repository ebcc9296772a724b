import { expectRefusal, onEveryCloud } from './every-cloud';

onEveryCloud('writing documents', (cloud) => {
  const things = cloud.collection('things');
  const onlyOne = async (id: string): Promise<unknown> => (await things().doc(id).get()).data;

  it('add makes an id, or takes a chosen one', async () => {
    const { id } = await things().add({ a: 1 });
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(await things().add({ _id: 'mine', a: 1 })).toMatchObject({ id: 'mine' });
  });

  it('add refuses a used id: E11000', async () => {
    await things().add({ _id: 'used' });
    await expectRefusal(things().add({ _id: 'used' }), 'DATABASE_DUPLICATE_WRITE', 'E11000 duplicate key');
  });

  it('add of a list stores all or none, in its order', async () => {
    await things().add({ _id: 'list 2' });
    await expectRefusal(things().add([{ _id: 'list 1' }, { _id: 'list 2' }]), 'DATABASE_DUPLICATE_WRITE');
    await expectRefusal(things().add([{ _id: 'twice' }, { _id: 'twice' }]), 'DATABASE_DUPLICATE_WRITE');
    expect([await onlyOne('list 1'), await onlyOne('twice')]).toEqual([[], []]);
    const list = [{ _id: 'l3' }, { _id: 'l1' }, { _id: 'l2' }];
    await things().add(list);
    const { data } = await things()
      .where({ _id: cloud.db.command.in(['l1', 'l2', 'l3']) })
      .get();
    expect(data).toHaveLength(3);
  });

  it.each([
    ['a list', [1]],
    ['a regular expression', /x/],
  ])('add refuses %s as id', async (_name, id) => {
    await expectRefusal(
      things().add({ _id: id }),
      'DATABASE_REQUEST_FAILED',
      "The '_id' value cannot be of type",
    );
  });

  it('set stores a whole document, new or not', async () => {
    expect(await things().doc('whole').set({ a: 1, b: 2 })).toMatchObject({
      updated: 0,
      upsertedId: 'whole',
    });
    expect(await things().doc('whole').set({ c: 3 })).toMatchObject({ updated: 1 });
    expect(await onlyOne('whole')).toEqual([{ _id: 'whole', c: 3 }]);
  });

  it('set refuses commands, and set and update refuse an _id', async () => {
    const { inc } = cloud.db.command;
    await expectRefusal(
      things()
        .doc('whole')
        .set({ n: inc(1) }),
      'DATABASE_REQUEST_FAILED',
    );
    await expectRefusal(things().doc('whole').set({ _id: 'other' }), 'INVALID_PARAM', '不能更新_id的值');
    await expectRefusal(things().doc('whole').update({ _id: 'other' }), 'INVALID_PARAM', '不能更新_id的值');
  });

  it('where().update changes all that match, or one', async () => {
    await things().add([{ group: 'g' }, { group: 'g' }, { group: 'h' }]);
    expect(await things().where({ group: 'g' }).update({ seen: true })).toMatchObject({ updated: 2 });
    const one = things().where({ group: 'g' }).options({ multiple: false });
    expect(await one.update({ first: true })).toMatchObject({ updated: 1 });
    expect(await things().where({ first: true }).count()).toMatchObject({ total: 1 });
  });

  it('where().update that fails for one document changes none', async () => {
    await things().add([
      { kind: 'half', n: 1 },
      { kind: 'half', n: 'x' },
    ]);
    const call = things()
      .where({ kind: 'half' })
      .update({ n: cloud.db.command.inc(1) });
    await expectRefusal(call, 'DATABASE_REQUEST_FAILED', 'Cannot apply $inc');
  });

  it('updateAndReturn answers the document as it is afterwards', async () => {
    await things().add({ _id: 'counter', n: 1 });
    const change = { n: cloud.db.command.inc(1) };
    expect(await things().where({ _id: 'counter' }).updateAndReturn(change)).toMatchObject({
      updated: 1,
      doc: { _id: 'counter', n: 2 },
    });
    expect(await things().where({ _id: 'nobody' }).updateAndReturn(change)).toMatchObject({ updated: 0 });
  });

  it('updateAndReturn changes one document only', async () => {
    await things().add([{ queue: 'q' }, { queue: 'q' }]);
    await things().where({ queue: 'q' }).updateAndReturn({ taken: true });
    expect(await things().where({ queue: 'q', taken: true }).count()).toMatchObject({ total: 1 });
  });

  it('remove takes one document or all that match', async () => {
    await things().add([{ old: 1 }, { old: 1 }, { _id: 'gone', old: 2 }]);
    expect(await things().where({ old: 1 }).remove()).toMatchObject({ deleted: 2 });
    expect(await things().doc('gone').remove()).toMatchObject({ deleted: 1 });
    expect(await things().doc('gone').remove()).toMatchObject({ deleted: 0 });
  });
});
