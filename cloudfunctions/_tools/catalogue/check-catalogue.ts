import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
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

/** Finds the innermost part of a path that is in the file: a missing field is reported at what should hold it. */
const locator =
  (document: Document, lines: LineCounter): Locate =>
  (path, message) => {
    const places = path.map((_, length) => document.getIn(path.slice(0, path.length - length), true));
    const node = [...places, document.contents].find(isNode);
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { line, column: col, field: path.map(String).join('.') || '(file)', message };
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
  const document = parseDocument(text, { lineCounter: lines });
  const at = locator(document, lines);
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ linePos, message }) => ({
      line: linePos?.[0].line ?? 1,
      column: linePos?.[0].col ?? 1,
      field: '(file)',
      message: message.split('\n')[0] ?? message,
    }));
    return { plans: [], faults, at };
  }
  const { value, fault } = valueOf(document);
  if (fault !== undefined) return { plans: [], faults: [at([], fault)], at };
  const listed = file.safeParse(value);
  if (!listed.success) return { plans: [], faults: [at([], 'must be a list of plans')], at };

  const listing = listed.data.map(readPlan);
  const faults = listing.flatMap(({ read, faults: shape }, index) => {
    const above = listing.slice(0, index).map((other) => other.read);
    return [...shape, ...planFaults(read), ...hashFaults(read), ...repeatFaults(read, above)].map(
      ({ path, message }) => at([index, ...path], message),
    );
  });
  return { plans: listing.flatMap(({ plan }) => plan ?? []), faults, at };
};
