/** More at a time make each slower on a weak network, and WeChat allows ten requests in all. */
const AT_A_TIME = 3;

/** Runs what is added in its order, never more than three at a time. */
export const createUploadQueue = (): ((work: () => Promise<void>) => Promise<void>) => {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= AT_A_TIME) await new Promise<void>((go) => waiting.push(go));
    else running += 1;
    try {
      await work();
    } finally {
      const next = waiting.shift();
      // The place goes on to the next, so that nobody slips in between.
      if (next === undefined) running -= 1;
      else next();
    }
  };
};
