import { isNode, LineCounter, parseDocument } from 'yaml';
import { planFaults } from '../../../shared/product/plan-faults';
import { plan, type Plan } from '../../../shared/product/plan.schema';
import { z } from '../../../shared/zod';
import { documentHash } from './document-hash';

/** A fault of a catalogue file at its place; lines and columns count from 1. */
export interface CatalogueFault {
  readonly line: number;
  readonly column: number;
  /** For example `2.accident.sumFen`: the third plan. */
  readonly field: string;
  readonly message: string;
}

type Path = readonly PropertyKey[];

const file = z.array(z.unknown());

const messageOf = (issue: z.core.$ZodIssue): string => {
  if (issue.code === 'unrecognized_keys') return `knows no field ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`;
  return issue.message;
};

const shapeFaults = (value: unknown): { path: Path; message: string }[] => {
  const parsed = plan.safeParse(value, { reportInput: true });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => ({ path: issue.path, message: messageOf(issue) }));
};

const hashFaults = ({ documents }: Plan): { path: Path; message: string }[] =>
  documents.flatMap((page, index) =>
    page.sha256 === documentHash(page)
      ? []
      : [
          {
            path: ['documents', index, 'sha256'],
            message: `is not the hash of this page: ${documentHash(page)}`,
          },
        ],
  );

/**
 * Reads a catalogue file: a list of plans as JSON or YAML.
 * Answers the plans, or every fault with its line and field: wrong shape, figures that cannot be, hashes that do not fit
 * their page, a plan or a version that stands twice. Source: domain "Products".
 */
export const checkCatalogue = (text: string): { plans: Plan[]; faults: CatalogueFault[] } => {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (path: Path, message: string): CatalogueFault => {
    // The innermost part of the path that is in the file: a missing field is reported at what should hold it.
    const places = path.map((_, length) => document.getIn(path.slice(0, path.length - length), true));
    const node = [...places, document.contents].find(isNode);
    const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
    return { line, column: col, field: path.map(String).join('.') || '(file)', message };
  };
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ linePos, message }) => ({
      line: linePos?.[0].line ?? 1,
      column: linePos?.[0].col ?? 1,
      field: '(file)',
      message: message.split('\n')[0] ?? message,
    }));
    return { plans: [], faults };
  }
  const listed = file.safeParse(document.toJS());
  if (!listed.success) return { plans: [], faults: [at([], 'must be a list of plans')] };

  const plans: Plan[] = [];
  const faults = listed.data.flatMap((value, index) => {
    const shape = shapeFaults(value);
    if (shape.length > 0) return shape.map(({ path, message }) => at([index, ...path], message));
    const one = plan.parse(value);
    const twice = plans.some(
      (other) =>
        other.id === one.id ||
        (other.line === one.line &&
          other.regionCode === one.regionCode &&
          other.year === one.year &&
          other.version === one.version),
    );
    plans.push(one);
    return [
      ...[...planFaults(one), ...hashFaults(one)].map(({ path, message }) => at([index, ...path], message)),
      ...(twice
        ? [at([index, 'id'], 'a plan of this id, or of this line, region, year and version, stands above')]
        : []),
    ];
  });
  return { plans, faults };
};
