import type { SdkDatabase } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

type Db = SdkDatabase;

/** A square in degrees, as the SDK builds it. */
function square({ Geo }: Db, west: number, south: number, size: number): object {
  const [east, north] = [west + size, south + size];
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  return new Geo.Polygon([new Geo.LineString(corners.map(([x, y]) => new Geo.Point(x, y)))]);
}

onEveryCloud('geo commands', (cloud) => {
  const places = cloud.collection('places');

  beforeAll(async () => {
    const { Geo } = cloud.db;
    const [mingxi, sanming, beijing] = [
      new Geo.Point(117.2, 26.36),
      new Geo.Point(117.64, 26.26),
      new Geo.Point(116.4, 39.9),
    ];
    await places().add([
      { _id: 'beijing', at: beijing },
      { _id: 'sanming', at: sanming },
      { _id: 'mingxi', at: mingxi },
      { _id: 'road', at: new Geo.LineString([mingxi, sanming]) },
      { _id: 'railway', at: new Geo.LineString([sanming, beijing]) },
      { _id: 'district', at: square(cloud.db, 117, 26, 0.5) },
      { _id: 'both', at: new Geo.MultiPoint([mingxi, sanming]) },
      { _id: 'nowhere', at: 'somewhere' },
    ]);
  });

  const found = async (condition: object): Promise<unknown[]> => {
    const { data } = await places().where(condition).get();
    return data.map(({ _id }) => _id);
  };

  it.each<[string, (db: Db) => object, string[]]>([
    [
      'geoWithin a polygon',
      (db) => db.command.geoWithin({ geometry: square(db, 116.9, 25.9, 0.7) }),
      ['mingxi', 'district'],
    ],
    [
      'geoWithin several polygons',
      ({ Geo, ...db }) =>
        db.command.geoWithin({
          geometry: new Geo.MultiPolygon([
            square({ Geo, ...db }, 117.1, 26.3, 0.2),
            square({ Geo, ...db }, 116, 39, 1),
          ]),
        }),
      ['beijing', 'mingxi'],
    ],
    [
      'geoWithin a circle, in radians',
      ({ Geo, command }) => command.geoWithin({ centerSphere: [new Geo.Point(117.2, 26.36), 50 / 6378.1] }),
      ['sanming', 'mingxi', 'road', 'both'],
    ],
    [
      'geoIntersects a polygon',
      (db) => db.command.geoIntersects({ geometry: square(db, 117.5, 26.2, 0.5) }),
      ['sanming', 'road', 'railway', 'district', 'both'],
    ],
    [
      'geoIntersects a point',
      ({ Geo, command }) => command.geoIntersects({ geometry: new Geo.Point(117.2, 26.36) }),
      ['mingxi', 'road', 'district', 'both'],
    ],
    [
      'geoIntersects a line',
      ({ Geo, command }) =>
        command.geoIntersects({
          geometry: new Geo.LineString([new Geo.Point(110, 33), new Geo.Point(125, 33)]),
        }),
      ['railway'],
    ],
  ])('%s', async (_name, condition, ids) => {
    expect(await found({ at: condition(cloud.db) })).toEqual(ids);
  });

  it('geoWithin refuses a line', async () => {
    const line = {
      type: 'LineString',
      coordinates: [
        [1, 1],
        [2, 2],
      ],
    };
    const call = places()
      .where({ at: { $geoWithin: { $geometry: line } } })
      .get();
    await expectRefusal(call, 'DATABASE_REQUEST_FAILED', '$geoWithin not supported with provided geometry');
  });

  // The cloud wants an index of a kind that collections declare by hand for what follows.
  const points = { _id: { $in: ['beijing', 'sanming', 'mingxi'] } };

  cloud.localOnly('geoNear: nearest first, between two distances in metres', async () => {
    const { Geo, command } = cloud.db;
    const near = (options: object): Promise<unknown[]> =>
      found({ ...points, at: command.geoNear({ geometry: new Geo.Point(117.2, 26.36), ...options }) });
    expect(await near({})).toEqual(['mingxi', 'sanming', 'beijing']);
    expect(await near({ maxDistance: 100_000 })).toEqual(['mingxi', 'sanming']);
    expect(await near({ minDistance: 1000 })).toEqual(['sanming', 'beijing']);
  });

  cloud.localOnly('the stage geoNear measures on a sphere of 6378.1 km', async () => {
    const { data } = await places()
      .aggregate()
      .geoNear({
        near: { longitude: 117.2, latitude: 26.36 },
        spherical: true,
        distanceField: 'metres',
        key: 'at',
        maxDistance: 100_000,
        query: points,
      })
      .project({ metres: 1 })
      .end();
    expect(data).toEqual([
      { _id: 'mingxi', metres: 0 },
      { _id: 'sanming', metres: expect.closeTo(45_292, -2) as number },
    ]);
  });

  it('the stage geoNear is the first or is refused', async () => {
    const spec = {
      near: { longitude: 117.2, latitude: 26.36 },
      spherical: true,
      distanceField: 'd',
      key: 'at',
    };
    const call = places().aggregate().skip(1).geoNear(spec).end();
    await expectRefusal(call, 'DATABASE_REQUEST_FAILED', '$geoNear is only valid as the first stage');
  });
});
