import type { SdkDatabase } from '../testing-sdk';
import { expectRefusal, onEveryCloud } from './every-cloud';

type Operators = SdkDatabase['command']['aggregate'];

/** Builds an expression with the SDK's operators. */
type Build = ($: Operators) => unknown;

export interface OperatorTests {
  /** One test for each row: what an expression makes of the document. `undefined` is a missing value. */
  gives(rows: readonly (readonly [name: string, build: Build, value: unknown])[]): void;
  /** One test for each row: the words with which an expression is refused. */
  refuses(rows: readonly (readonly [name: string, build: Build, words: string])[]): void;
}

/** Tests of aggregation operators on one document, on every cloud. */
export function operatorsOn(subject: string, document: object, suite: (tests: OperatorTests) => void): void {
  onEveryCloud(subject, (cloud) => {
    const documents = cloud.collection('documents');
    const evaluate = async (build: Build): Promise<unknown> => {
      const value = build(cloud.db.command.aggregate);
      const { data } = await documents().aggregate().project({ _id: 0, value }).end();
      return data[0]?.value;
    };
    beforeAll(() => documents().add(document));
    suite({
      gives: (rows) =>
        it.each(rows)('%s', async (_name, build, value) => {
          expect(await evaluate(build)).toEqual(value);
        }),
      refuses: (rows) =>
        it.each(rows)('refuses %s', async (_name, build, words) => {
          await expectRefusal(evaluate(build), 'DATABASE_REQUEST_FAILED', words);
        }),
    });
  });
}
