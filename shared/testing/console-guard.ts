/**
 * Makes an unexpected `console.error` fail the test that caused it. Loaded before every test file.
 *
 * A test that provokes an error on purpose says so first: `expectConsoleError(/invalid order/)`.
 * An expected error that never comes fails the test as well.
 */
import { format } from 'node:util';

let seen: string[] = [];
let expected: RegExp[] = [];

/** Announces that the running test will cause one or more `console.error` lines that match `pattern`. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push(pattern);
}

beforeEach(() => {
  seen = [];
  expected = [];
  console.error = (...parts: unknown[]) => {
    seen.push(format(...parts));
  };
});

afterEach(() => {
  const surprising = seen.filter((line) => !expected.some((pattern) => pattern.test(line)));
  const missing = expected.filter((pattern) => !seen.some((line) => pattern.test(line)));
  if (surprising.length > 0) throw new Error(`Unexpected console.error:\n${surprising.join('\n')}`);
  if (missing.length > 0) throw new Error(`console.error never said: ${missing.map(String).join(', ')}`);
});
