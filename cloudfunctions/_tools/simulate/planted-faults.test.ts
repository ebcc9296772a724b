import { firstFailure } from './first-failure';
import { PLANTED_FAULTS } from './planted-faults';

/** Within so many seeds a fault must show. */
const SEEDS = 2000;

it.each(Object.entries(PLANTED_FAULTS))(
  'the storms show the planted fault "%s"',
  async (_name, plants) => {
    expect(await firstFailure(plants, SEEDS)).toBeDefined();
  },
  400_000,
);
