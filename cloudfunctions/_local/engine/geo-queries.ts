import { notSupported, requestFailed } from './errors';
import { EARTH_RADIUS, type Place, angle, angleTo, intersects, isWithin, placeOf, shapeOf } from './geometry';
import { splitPath, valuesAt } from './paths';
import { type Doc, type DocValue, isDoc, printValue } from './values';

type Test = (value: DocValue | undefined) => boolean;

/** The test of `$geoWithin`: shapes inside polygons, or inside a circle. */
export function geoWithin(operand: DocValue): Test {
  const [specifier, area] = specifierOf(operand);
  if (specifier === '$centerSphere') {
    const [centre, radius] = Array.isArray(area) ? area : [];
    if (centre === undefined || typeof radius !== 'number' || radius < 0) {
      throw requestFailed('radius must be a non-negative number');
    }
    const middle = placeOf(centre);
    return (value) => shapeOf(value)?.places.every((place) => angle(middle, place) <= radius) ?? false;
  }
  if (specifier !== '$geometry') throw notSupported(`$geoWithin with ${specifier}`);
  const shape = shapeOf(area);
  if (shape === undefined || shape.areas.length === 0) {
    throw requestFailed(`$geoWithin not supported with provided geometry: ${printValue(operand)}`);
  }
  return (value) => {
    const found = shapeOf(value);
    return found !== undefined && isWithin(found, shape);
  };
}

/** The test of `$geoIntersects`: shapes that share a place with this one. */
export function geoIntersects(operand: DocValue): Test {
  const [specifier, area] = specifierOf(operand);
  const shape = specifier === '$geometry' ? shapeOf(area) : undefined;
  if (shape === undefined) {
    throw requestFailed(`$geoIntersects not supported with provided geometry: ${printValue(operand)}`);
  }
  return (value) => {
    const found = shapeOf(value);
    return found !== undefined && intersects(found, shape);
  };
}

function specifierOf(operand: DocValue): readonly [string, DocValue] {
  const entry = isDoc(operand) ? Object.entries(operand)[0] : undefined;
  if (entry === undefined) throw requestFailed(`geo near accepts just one argument: ${printValue(operand)}`);
  return entry;
}

/** Nearness: from where, and between which distances in metres. */
export interface Nearness {
  readonly from: Place;
  readonly least: number;
  readonly most: number;
}

export function nearnessOf(
  point: DocValue | undefined,
  least: DocValue = 0,
  most: DocValue = Infinity,
): Nearness {
  const shape = shapeOf(point);
  const [from] = shape?.places ?? [];
  if (from === undefined || (isDoc(point ?? null) && (point as Doc).type !== 'Point')) {
    throw requestFailed(`invalid point in geo near query: ${printValue(point)}`);
  }
  if (typeof least !== 'number' || typeof most !== 'number' || least < 0 || most < 0) {
    throw requestFailed('minDistance and maxDistance must be non-negative numbers');
  }
  return { from, least, most };
}

/** How far the nearest point in a value is, in metres; undefined where there is none in reach. */
export function distanceIn({ from, least, most }: Nearness, value: DocValue | undefined): number | undefined {
  const shape = shapeOf(value);
  if (shape === undefined) return undefined;
  const radians = angleTo(from, shape);
  if (radians === undefined) throw notSupported('The distance to a line or an area');
  const metres = radians * EARTH_RADIUS;
  return metres >= least && metres <= most ? metres : undefined;
}

/** The condition of `$nearSphere`, as the SDK's `geoNear` sends it. */
export function nearSphere(operand: DocValue): Nearness {
  if (!isDoc(operand)) throw requestFailed(`invalid point in geo near query: ${printValue(operand)}`);
  const { $geometry, $minDistance, $maxDistance, ...others } = operand;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw requestFailed(`invalid argument in geo near query: ${unknown}`);
  return nearnessOf($geometry, $minDistance, $maxDistance);
}

/** How far a filter's `$nearSphere` is from a document; undefined when the filter has none. */
export function distanceOrder(filter: Doc): ((doc: Doc) => number) | undefined {
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const branch of condition) {
        const inner = isDoc(branch) ? distanceOrder(branch) : undefined;
        if (inner !== undefined) return inner;
      }
    } else if (isDoc(condition) && condition.$nearSphere !== undefined) {
      const nearness = nearSphere(condition.$nearSphere);
      const path = splitPath(field);
      return (doc) =>
        Math.min(...valuesAt(doc, path).map((value) => distanceIn(nearness, value) ?? Infinity));
    }
  }
  return undefined;
}
