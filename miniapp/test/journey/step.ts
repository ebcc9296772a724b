let failed = '';

/** One step of a journey as a test of its own; after a step that failed there is nothing left to walk on. */
export const step = (name: string, walk: () => Promise<void>): void =>
  it(name, async () => {
    if (failed !== '') throw new Error(`Not reached, because this failed: ${failed}`);
    failed = name;
    await walk();
    failed = '';
  });
