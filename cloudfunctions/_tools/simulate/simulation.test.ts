import { firstFailure } from './first-failure';
import { MENDED_BY_THE_BILL } from './planted-faults';
import { Simulation } from './simulation';

const SEEDS = 2000;
const BILL_SEEDS = 200;

describe('purchases in a storm', () => {
  it(`keep every promise in ${String(SEEDS)} seeds`, async () => {
    expect(await firstFailure({}, SEEDS)).toBeUndefined();
  }, 400_000);

  it.each(Object.entries(MENDED_BY_THE_BILL))(
    `keep every promise in ${String(BILL_SEEDS)} seeds by the daily bill when %s`,
    async (_name, plants) => {
      expect(await firstFailure(plants, BILL_SEEDS)).toBeUndefined();
    },
    400_000,
  );

  it('run alike from the same seed', async () => {
    const ends = async (): Promise<unknown> => {
      const simulation = new Simulation();
      const outcomes = [await simulation.run(7), await simulation.run(8), await simulation.run(7)];
      await simulation.close();
      return outcomes;
    };
    const [first, , again] = (await ends()) as unknown[];
    expect(again).toEqual(first);
    expect(await ends()).toEqual(await ends());
  });
});
