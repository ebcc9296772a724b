import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import { ENVIRONMENT, startLocalCloud, type LocalCloud, type LocalCloudOptions } from './local-cloud';

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

/** The unmodified SDK, as a function has it, connected to this cloud. */
export function connectSdk(cloud: LocalCloud): ReturnType<typeof cloudbase.init> {
  Object.assign(process.env, cloud.environment());
  return cloudbase.init({ env: ENVIRONMENT, serviceUrl: `${cloud.url}/admin` });
}

/** The code and message with which a call was refused; throws when it was not. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string }> {
  const outcome: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof Error && 'code' in outcome && typeof outcome.code === 'string') {
    return { code: outcome.code, message: outcome.message };
  }
  throw new Error(`not refused with a code: ${String(outcome)}`);
}
