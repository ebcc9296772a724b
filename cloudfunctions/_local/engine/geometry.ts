import { requestFailed } from './errors';
import { type Doc, type DocValue, isDoc, printValue } from './values';

/**
 * GeoJSON on the sphere: edges are arcs of great circles, as the database measures them. A polygon is smaller than
 * half the earth. Source: https://www.mongodb.com/docs/manual/reference/geojson/
 */

/** Metres. Source: https://www.mongodb.com/docs/manual/core/geospatial-indexes/ */
export const EARTH_RADIUS = 6_378_100;

/** A place as a direction from the centre of the earth, of length 1. */
export type Place = readonly [x: number, y: number, z: number];
type Arc = readonly [from: Place, to: Place];
type Ring = readonly Place[];

/** A shape taken apart: its places and corners, its lines, its areas (each with holes after its outline). */
export interface Shape {
  readonly places: readonly Place[];
  readonly arcs: readonly Arc[];
  readonly areas: readonly (readonly Ring[])[];
}

/** Two places nearer than this (in radii) are one: less than a hundredth of a millimetre. */
const TOLERANCE = 1e-12;

/** The shape that a GeoJSON document describes; undefined for every other value. */
export function shapeOf(value: DocValue | undefined): Shape | undefined {
  if (value === undefined || !isDoc(value) || !('coordinates' in value)) return undefined;
  const { type, coordinates = null } = value;
  switch (type) {
    case 'Point':
      return { places: [placeOf(coordinates)], arcs: [], areas: [] };
    case 'MultiPoint':
      return { places: list(coordinates).map(placeOf), arcs: [], areas: [] };
    case 'LineString':
      return lines([coordinates]);
    case 'MultiLineString':
      return lines(list(coordinates));
    case 'Polygon':
      return areas([coordinates], value);
    case 'MultiPolygon':
      return areas(list(coordinates), value);
    default:
      return undefined;
  }
}

function list(value: DocValue): readonly DocValue[] {
  if (Array.isArray(value)) return value;
  throw requestFailed(`GeoJSON coordinates must be an array, but found: ${printValue(value)}`);
}

export function placeOf(value: DocValue): Place {
  const [longitude, latitude] = list(value);
  if (typeof longitude !== 'number' || typeof latitude !== 'number') {
    throw requestFailed('Point must only contain numeric elements');
  }
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
    throw requestFailed(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  }
  const [lambda, phi] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180];
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function lines(coordinates: readonly DocValue[]): Shape {
  const paths = coordinates.map((line) => list(line).map(placeOf));
  return { places: paths.flat(), arcs: paths.flatMap(arcsOf), areas: [] };
}

function areas(coordinates: readonly DocValue[], source: Doc): Shape {
  const polygons = coordinates.map((polygon) => list(polygon).map((ring) => list(ring).map(placeOf)));
  for (const ring of polygons.flat()) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first === undefined || last === undefined || ring.length < 4 || angle(first, last) > TOLERANCE) {
      throw requestFailed(`Loop is not closed: ${printValue(source)}`);
    }
  }
  return { places: polygons.flat(2), arcs: polygons.flat().flatMap(arcsOf), areas: polygons };
}

function arcsOf(path: Ring): Arc[] {
  return path.slice(1).map((to, i): Arc => [path[i] ?? to, to]);
}

/** The angle between two places, in radians. */
export function angle(a: Place, b: Place): number {
  return Math.atan2(length(cross(a, b)), dot(a, b));
}

/** The angle to the nearest place of a shape that consists of places only; undefined for others. */
export function angleTo(place: Place, shape: Shape): number | undefined {
  if (shape.arcs.length > 0 || shape.places.length === 0) return undefined;
  return Math.min(...shape.places.map((other) => angle(place, other)));
}

/** Every part of the shape is in the areas. */
export function isWithin(shape: Shape, area: Shape): boolean {
  if (!shape.places.every((place) => area.areas.some((polygon) => contains(polygon, place)))) return false;
  return !shape.arcs.some((arc) => area.arcs.some((edge) => crosses(arc, edge)));
}

/** The two shapes share a place. */
export function intersects(a: Shape, b: Shape): boolean {
  return touches(a, b) || touches(b, a) || a.arcs.some((arc) => b.arcs.some((other) => crosses(arc, other)));
}

/** Some place or corner of the one is in or on the other. */
function touches(a: Shape, b: Shape): boolean {
  return a.places.some(
    (place) =>
      b.areas.some((polygon) => contains(polygon, place)) ||
      b.arcs.some((arc) => isOn(place, arc)) ||
      b.places.some((other) => angle(place, other) < TOLERANCE),
  );
}

function contains([outline = [], ...holes]: readonly Ring[], place: Place): boolean {
  const onEdge = [outline, ...holes].some((ring) => arcsOf(ring).some((arc) => isOn(place, arc)));
  return onEdge || (surrounds(outline, place) && !holes.some((hole) => surrounds(hole, place)));
}

/** Goes once around the ring and adds up the turns as seen from the place. */
function surrounds(ring: Ring, place: Place): boolean {
  const middle = ring.reduce<Place>((sum, corner) => add(sum, corner), [0, 0, 0]);
  if (dot(middle, place) <= 0) return false;
  let turns = 0;
  for (const [from, to] of arcsOf(ring)) {
    const [a, b] = [cross(place, from), cross(place, to)];
    turns += Math.atan2(dot(place, cross(a, b)), dot(a, b));
  }
  return Math.abs(turns) > Math.PI;
}

function isOn(place: Place, [from, to]: Arc): boolean {
  if (angle(place, from) < TOLERANCE || angle(place, to) < TOLERANCE) return true;
  const normal = cross(from, to);
  if (Math.abs(dot(place, normal)) >= TOLERANCE * length(normal)) return false;
  return dot(cross(from, place), normal) > 0 && dot(cross(place, to), normal) > 0;
}

/** The arcs cross between their ends. */
function crosses([a, b]: Arc, [c, d]: Arc): boolean {
  const [first, second] = [cross(a, b), cross(c, d)];
  if (dot(first, c) * dot(first, d) >= 0 || dot(second, a) * dot(second, b) >= 0) return false;
  const meeting = cross(first, second);
  return dot(meeting, add(a, b)) * dot(meeting, add(c, d)) > 0;
}

function add(a: Place, b: Place): Place {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

function dot(a: Place, b: Place): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Place, b: Place): Place {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function length(a: Place): number {
  return Math.sqrt(dot(a, a));
}
