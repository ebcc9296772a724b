/** Lets some time pass (ms), between two looks at how something stands. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
