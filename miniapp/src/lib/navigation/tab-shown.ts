/** WeChat answers `switchTab` once the tab is shown: nothing to wait for. */
export const tabShown = (_tab: string): Promise<void> => Promise.resolve();
