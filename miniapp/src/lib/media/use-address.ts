/** The address at which a file of this phone can be shown: its path. */
export const useAddress = (path: string): string => path;
