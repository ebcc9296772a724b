import { countTests, total } from './tally';

const closing = (tests: string) =>
  `PASS rules\n\nTest Suites: 2 passed, 2 total\nTests:       ${tests}\nTime: 1 s\n`;

it('takes over the counts of the runner', () => {
  expect(countTests(closing('12 passed, 12 total'), true)).toEqual({ passed: 12, failed: 0 });
  expect(countTests(closing('1 failed, 11 passed, 12 total'), false)).toEqual({ passed: 11, failed: 1 });
});

it('counts a test that was left out as failed', () => {
  expect(countTests(closing('2 skipped, 1 todo, 9 passed, 12 total'), true)).toEqual({
    passed: 9,
    failed: 3,
  });
});

it('counts one failure for a runner that broke down without a failed test', () => {
  expect(countTests(closing('12 passed, 12 total'), false)).toEqual({ passed: 12, failed: 1 });
});

it('counts one failure for a runner that ran nothing', () => {
  expect(countTests('No tests found', true)).toEqual({ passed: 0, failed: 1 });
  expect(countTests(closing('0 total'), true)).toEqual({ passed: 0, failed: 1 });
});

it('adds up all gates', () => {
  expect(
    total([
      { passed: 1, failed: 0 },
      { passed: 12, failed: 2 },
    ]),
  ).toEqual({ passed: 13, failed: 2 });
});
