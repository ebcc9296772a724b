import { saidOf, withoutBlanks } from '../../../shared/testing/said';
import { approvedSample, heirsSample, refusedSample } from '../../../shared/testing/sample-claims';
import { statementSheet } from './statement-sheet';

/** A claim of which a part was paid before. */
const advanced = { ...approvedSample, advanceFen: 100_000 };

describe('the sheet of a decision', () => {
  it.each([
    ['approved', approvedSample],
    ['paid in part before', advanced],
    ['refused', refusedSample],
    ['with heirs', heirsSample],
  ])('%s says everything that the family reads on its page', (_, claim) => {
    const sheet = withoutBlanks(
      JSON.stringify(statementSheet({ claim, isSample: false })).replaceAll('\\n', ''),
    );
    expect(saidOf(claim).filter((words) => !sheet.includes(words))).toEqual([]);
  });
});
