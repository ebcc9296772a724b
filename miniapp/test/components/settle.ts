import { act } from '@testing-library/react';

/** Lets time pass, and everything that is on its way arrive. For tests with fake timers: `beforeEach(() => jest.useFakeTimers())`. */
export const settle = async (ms = 20): Promise<void> => {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(ms);
  });
};
