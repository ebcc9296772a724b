import cloudbase from '@cloudbase/node-sdk';
import { sign } from '@cloudbase/signature-nodejs';
import type { IndexDefinition } from '../engine/indexes';
import type { SdkDatabase } from '../testing-sdk';

/** Where a real environment is, and the keys of an account that may change its collections. */
export interface RealEnvironment {
  readonly env: string;
  readonly region: string;
  readonly secretId: string;
  readonly secretKey: string;
}

/**
 * The environment named by CONFORMANCE_ENV (region CONFORMANCE_REGION, Shanghai when left out) with the keys of
 * TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY; undefined when none is named. Throws when the keys are missing.
 */
export function namedEnvironment(variables: NodeJS.ProcessEnv): RealEnvironment | undefined {
  const { CONFORMANCE_ENV: env, CONFORMANCE_REGION: region } = variables;
  const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = variables;
  if (env === undefined || env === '') return undefined;
  if (!secretId || !secretKey) {
    throw new Error('CONFORMANCE_ENV needs TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY');
  }
  return { env, region: region ?? 'ap-shanghai', secretId, secretKey };
}

/** The unmodified SDK at a real environment, whatever a local cloud has set for this process. */
export function connectReal({ env, region, secretId, secretKey }: RealEnvironment): SdkDatabase {
  const serviceUrl = `https://${env}.${region}.tcb-api.tencentcloudapi.com/admin`;
  const app = cloudbase.init({ env, region, secretId, secretKey, serviceUrl, keepalive: true });
  return app.database() as unknown as SdkDatabase;
}

/** Makes indexes on a collection. */
export async function createRealIndexes(
  real: RealEnvironment,
  collection: string,
  indexes: readonly IndexDefinition[],
): Promise<void> {
  await changeTable(real, 'UpdateTable', collection, {
    CreateIndexes: indexes.map(({ name, keys, unique }) => ({
      IndexName: name,
      MgoKeySchema: {
        MgoIndexKeys: Object.entries(keys).map(([Name, way]) => ({ Name, Direction: String(way) })),
        MgoIsUnique: unique,
      },
    })),
  });
}

/** Removes a collection with all it holds. */
export async function removeRealCollection(real: RealEnvironment, collection: string): Promise<void> {
  await changeTable(real, 'DeleteTable', collection, {});
}

async function changeTable(
  real: RealEnvironment,
  action: string,
  collection: string,
  more: object,
): Promise<void> {
  const { EnvList } = (await ask(real, 'DescribeEnvs', { EnvId: real.env })) as {
    EnvList: { Databases: { InstanceId: string }[] }[];
  };
  const DatabaseName = EnvList[0]?.Databases[0]?.InstanceId;
  const MongoConnector = { DatabaseName, InstanceId: 'flexdb' };
  await ask(real, action, { EnvId: real.env, MongoConnector, TableName: collection, ...more });
}

/** One call of the cloud's management interface. Source: https://cloud.tencent.com/document/api/876/34813 */
async function ask(real: RealEnvironment, action: string, params: object): Promise<unknown> {
  const { secretId, secretKey, region } = real;
  const url = 'https://tcb.tencentcloudapi.com/';
  const headers = { Host: 'tcb.tencentcloudapi.com', 'Content-Type': 'application/json' };
  const timestamp = Math.floor(Date.now() / 1000);
  const { authorization } = sign({
    secretId,
    secretKey,
    method: 'POST',
    url,
    params,
    headers,
    timestamp,
    isCloudApi: true,
  });
  const reply = await fetch(url, {
    method: 'POST',
    headers: {
      ...headers,
      Authorization: authorization,
      'X-TC-Action': action,
      'X-TC-Version': '2018-06-08',
      'X-TC-Region': region,
      'X-TC-Timestamp': String(timestamp),
    },
    body: JSON.stringify(params),
  });
  const { Response } = (await reply.json()) as { Response: { Error?: { Code: string; Message: string } } };
  if (Response.Error !== undefined) {
    throw new Error(`${action}: ${Response.Error.Code} ${Response.Error.Message}`);
  }
  return Response;
}
