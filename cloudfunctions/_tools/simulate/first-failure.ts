import { Simulation, type Outcome } from './simulation';
import type { Plants } from './world';

/** Runs the seeds from 1 on until one fails, and answers it; undefined when none does. */
export const firstFailure = async (plants: Plants, seeds: number): Promise<Outcome | undefined> => {
  const simulation = new Simulation(plants);
  try {
    for (let seed = 1; seed <= seeds; seed += 1) {
      const outcome = await simulation.run(seed);
      if (outcome.faults.length > 0) return outcome;
    }
    return undefined;
  } finally {
    await simulation.close();
  }
};
