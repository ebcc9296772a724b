/** The browser build makes Enter and Space press what has a role; a phone needs nothing. */
export const startKeyboard = (): void => undefined;
