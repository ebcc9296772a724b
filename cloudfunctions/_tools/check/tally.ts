/** How many tests passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
}

/**
 * Reads the closing line of Jest, `Tests:  1 failed, 12 passed, 13 total`, wherever it stands in the output.
 * A run that did not succeed has at least one failure, and so has one that ran no test or left some out.
 */
export function countTests(output: string, succeeded: boolean): Tally {
  const lines = output.split('\n').filter((line) => /^Tests:\s/.test(line));
  const count = (word: string) =>
    lines.reduce((sum, line) => sum + Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0), 0);
  const passed = count('passed');
  const failed = count('failed') + count('skipped') + count('todo');
  const silent = failed === 0 && (!succeeded || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

export function total(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, each) => ({ passed: sum.passed + each.passed, failed: sum.failed + each.failed }),
    {
      passed: 0,
      failed: 0,
    },
  );
}
