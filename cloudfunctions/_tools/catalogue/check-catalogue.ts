import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import { planFaults, type Legible } from '../../../shared/product/plan-faults';
import { saleDocument, type Plan } from '../../../shared/product/plan.schema';
import { z } from '../../../shared/zod';
import { documentHash } from '../../_operations/product/document-hash';
import { readPlan, type PlacedFault } from './shape-faults';

/** A fault of a catalogue file at its place; lines and columns count from 1. */
export interface CatalogueFault {
  readonly line: number;
  readonly column: number;
  /** For example `2.accident.sumFen`: the third plan. */
  readonly field: string;
  readonly message: string;
}

type Locate = (path: PlacedFault['path'], message: string) => CatalogueFault;

/** What a file came to: its plans, or every fault. */
export interface CheckedCatalogue {
  readonly plans: readonly Plan[];
  readonly faults: readonly CatalogueFault[];
}

/** A checked file, with the way to the place of what is found wrong later. */
export interface LocatedCatalogue extends CheckedCatalogue {
  readonly at: Locate;
}

const file = z.array(z.unknown());

/** What a reader puts in place of bytes that are no text. */
const LOST = '\uFFFD';

const hashFaults = ({ documents = [] }: Legible<Plan>): PlacedFault[] =>
  documents.flatMap((written, index) => {
    const page = saleDocument.safeParse(written);
    const hash = page.success ? documentHash(page.data) : undefined;
    return hash === undefined || hash === page.data?.sha256
      ? []
      : [{ path: ['documents', index, 'sha256'], message: `is not the hash of this page: ${hash}` }];
  });

/** Whether two plans are the same version of the same product. */
const isSameVersion = (one: Legible<Plan>, other: Legible<Plan>): boolean =>
  (['line', 'regionCode', 'year', 'version'] as const).every(
    (field) => one[field] !== undefined && one[field] === other[field],
  );

const repeatFaults = (one: Legible<Plan>, above: readonly Legible<Plan>[]): PlacedFault[] => {
  if (above.some(({ id }) => id !== undefined && id === one.id))
    return [{ path: ['id'], message: 'a plan of this id stands above' }];
  return above.some((other) => isSameVersion(one, other))
    ? [{ path: ['version'], message: 'a plan of this line, region, year and version stands above' }]
    : [];
};

/** One insurer to a county and year. Source: domain R31. */
const insurerFaults = (one: Legible<Plan>, above: readonly Legible<Plan>[]): PlacedFault[] => {
  const { regionCode, year } = one;
  if (regionCode === undefined || year === undefined) return [];
  const first = above.find((other) => other.regionCode === regionCode && other.year === year);
  const [name, other] = [one.insurer?.name, first?.insurer?.name];
  return name === undefined || other === undefined || name === other
    ? []
    : [{ path: ['insurer', 'name'], message: `a plan of this county and year above is of ${other}` }];
};

/** Fields that stand twice in the same part: which of the two counts, nobody sees. */
const doubledFields = (node: unknown, path: PlacedFault['path'] = []): (PlacedFault & { at: number })[] => {
  if (isSeq(node)) return node.items.flatMap((item, index) => doubledFields(item, [...path, index]));
  if (!isMap(node)) return [];
  const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return node.items.flatMap(({ key, value }, index) => {
    const name = keys[index] ?? '';
    const inner = doubledFields(value, [...path, name]);
    return keys.indexOf(name) === index
      ? inner
      : [
          { path: [...path, name], message: 'stands twice', at: isNode(key) ? (key.range?.[0] ?? 0) : 0 },
          ...inner,
        ];
  });
};

const placeOf = (lines: LineCounter, offset: number): { line: number; column: number } => {
  const { line, col } = lines.linePos(offset);
  // Before anything is read there are no lines yet.
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

/** Finds the innermost part of a path that is in the file: a missing field is reported at what should hold it. */
const locator =
  (document: Document, lines: LineCounter): Locate =>
  (path, message) => {
    const places = path.map((_, length) => document.getIn(path.slice(0, path.length - length), true));
    const node = [...places, document.contents].find(isNode);
    return {
      ...placeOf(lines, node?.range?.[0] ?? 0),
      field: path.map(String).join('.') || '(file)',
      message,
    };
  };

/** What the text holds; a text that is none, or that refers to itself without end, is one fault. */
const valueOf = (document: Document): { value: unknown; fault?: string } => {
  try {
    return { value: document.toJS() };
  } catch (thrown) {
    return { value: undefined, fault: thrown instanceof Error ? thrown.message : String(thrown) };
  }
};

/**
 * Reads a catalogue file: a list of plans as JSON or YAML.
 * Answers the plans, or every fault with its line and field: wrong shape, figures that cannot be, hashes that do not fit
 * their page, a plan or a version that stands twice. Source: domain "Products".
 */
export const checkCatalogue = (text: string): LocatedCatalogue => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false, prettyErrors: false });
  const at = locator(document, lines);
  const nothing = (...faults: CatalogueFault[]): LocatedCatalogue => ({ plans: [], faults, at });
  const inText = (offset: number, message: string): CatalogueFault => ({
    ...placeOf(lines, offset),
    field: '(file)',
    message,
  });
  const lost = text.indexOf(LOST);
  if (lost >= 0) return nothing(inText(lost, 'is not UTF-8 from here on: save the file as UTF-8'));
  const broken = document.errors.map(({ pos, message }) => inText(pos[0], message));
  if (broken.length > 0) {
    // What follows on a line from what is broken there is the same fault.
    return nothing(...broken.filter(({ line }, at) => broken.findIndex((one) => one.line === line) === at));
  }
  const { value, fault } = valueOf(document);
  if (fault !== undefined) return nothing(at([], fault));
  const listed = file.safeParse(value);
  if (!listed.success) return nothing(at([], 'must be a list of plans'));
  if (listed.data.length === 0) return nothing(at([], 'holds no plan'));

  const doubled = doubledFields(document.contents).map(({ at: offset, path, message }) => ({
    ...at(path, message),
    ...placeOf(lines, offset),
  }));
  const listing = listed.data.map(readPlan);
  const faults = listing.flatMap(({ read, faults: shape }, index) => {
    const above = listing.slice(0, index).map((other) => other.read);
    return [
      ...shape,
      ...planFaults(read),
      ...hashFaults(read),
      ...repeatFaults(read, above),
      ...insurerFaults(read, above),
    ].map(({ path, message }) => at([index, ...path], message));
  });
  return { plans: listing.flatMap(({ plan }) => plan ?? []), faults: [...doubled, ...faults], at };
};
