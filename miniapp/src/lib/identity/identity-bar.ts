/** The browser build of the local run shows a bar that switches between the cast; a phone knows its owner. */
export const startIdentityBar = (): void => undefined;
