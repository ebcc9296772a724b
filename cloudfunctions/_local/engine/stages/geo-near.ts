import { notSupported, requestFailed } from '../errors';
import { distanceIn, nearnessOf } from '../geo-queries';
import { sortBy } from '../ordering';
import { splitPath, valuesAt, withValue } from '../paths';
import { type Doc, type DocValue, isDoc, typeName } from '../values';
import type { AggregationSource } from './pipeline';

/** How many documents `$geoNear` gives unless told otherwise. */
const DEFAULT_LIMIT = 100;

const OPTIONS = [
  ...['near', 'distanceField', 'spherical', 'minDistance', 'maxDistance', 'query'],
  ...['distanceMultiplier', 'includeLocs', 'key', 'limit', 'num', 'uniqueDocs'],
];

/** `$geoNear`: documents by their distance from a point, nearest first. It reads by itself, as the first stage. */
export function compileGeoNear(spec: DocValue, collection: string, source: AggregationSource): () => Doc[] {
  if (!isDoc(spec)) throw requestFailed(`the $geoNear stage must be an object, but found ${typeName(spec)}`);
  for (const key of Object.keys(spec)) {
    if (!OPTIONS.includes(key)) throw notSupported(`$geoNear with ${key}`);
  }
  const { distanceField, includeLocs, key, query = {}, distanceMultiplier = 1 } = spec;
  const limit = spec.limit ?? spec.num ?? DEFAULT_LIMIT;
  if (typeof distanceField !== 'string') {
    throw requestFailed("$geoNear requires a 'distanceField' option as a String");
  }
  if (typeof key !== 'string') throw notSupported('$geoNear without the key that names its field');
  if (!isDoc(query) || typeof distanceMultiplier !== 'number' || typeof limit !== 'number') {
    throw requestFailed("$geoNear takes a 'query' document and numbers as 'distanceMultiplier' and 'limit'");
  }
  const nearness = nearnessOf(spec.near, spec.minDistance, spec.maxDistance);
  return () => {
    const found = source.read(collection, query, [], Infinity).flatMap((doc) => {
      const hits = valuesAt(doc, splitPath(key)).flatMap((place) => {
        const metres = distanceIn(nearness, place);
        return metres === undefined ? [] : [{ doc, metres, place }];
      });
      return sortBy(hits, ({ metres }) => metres).slice(0, 1);
    });
    return sortBy(found, ({ metres }) => metres)
      .slice(0, limit)
      .map(({ doc, metres, place }) => {
        const measured = withValue(doc, splitPath(distanceField), metres * distanceMultiplier);
        return typeof includeLocs === 'string'
          ? withValue(measured, splitPath(includeLocs), place)
          : measured;
      });
  };
}
