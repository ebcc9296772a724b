/** Makes a sheet answer to a keyboard: the browser's side only, a phone has none. */
export const useSheetKeys = (_onClose: () => void): void => undefined;
