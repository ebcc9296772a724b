import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from './local-cloud';

export type TestCloudOptions = Partial<Omit<LocalCloudOptions, 'port' | 'onProgress'>>;

/**
 * A local cloud for one test file: silent, on a free port, in a temporary data folder that `close()` removes. Timers
 * run only when asked for, unless `timers: true`. With `dataDir` the folder is the caller's and stays.
 */
export async function startTestCloud(options: TestCloudOptions = {}): Promise<LocalCloud> {
  const own = options.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'local-cloud-')) : undefined;
  const cloud = await startLocalCloud({
    timers: false,
    ...options,
    dataDir: options.dataDir ?? own ?? '',
    port: 0,
  });
  return {
    ...cloud,
    close: async () => {
      await cloud.close();
      if (own !== undefined) await rm(own, { recursive: true, force: true });
    },
  };
}
