/** The browser's side of `isOnline`. */
export const isOnline = async (): Promise<boolean> => navigator.onLine;

/** The browser's side of `whenOnlineAgain`. */
export const whenOnlineAgain = (run: () => void): void => window.addEventListener('online', run);
