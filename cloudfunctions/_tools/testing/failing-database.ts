import type { DatabasePort, DocumentTransaction } from '../../_core/ports/database';

/** A fault that was asked for. */
export class PlannedFault extends Error {
  override readonly name = 'PlannedFault';
}

/**
 * A real database of which the n-th write (from 1, counted over all transactions) fails before it happens, as when the
 * function dies there. `writes()` tells how many were begun.
 */
export const failingAtWrite = (real: DatabasePort, n: number): DatabasePort & { writes: () => number } => {
  let begun = 0;
  const counted = async (write: () => Promise<void>): Promise<void> => {
    begun += 1;
    if (begun === n) throw new PlannedFault(`write ${String(n)}`);
    await write();
  };
  const over = (transaction: DocumentTransaction): DocumentTransaction => ({
    get: (collection, id) => transaction.get(collection, id),
    create: (collection, document) => counted(() => transaction.create(collection, document)),
    put: (collection, document) => counted(() => transaction.put(collection, document)),
  });
  return {
    get: (collection, id) => real.get(collection, id),
    find: (collection, query) => real.find(collection, query),
    transaction: (work) => real.transaction((transaction) => work(over(transaction))),
    writes: () => begun,
  };
};
