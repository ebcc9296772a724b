import cloudbase from '@cloudbase/node-sdk';

/** The one instance of the SDK in a function; the environment tells it where the cloud is. */
export const createCloudbase = () =>
  cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV as unknown as string });

export type Cloudbase = ReturnType<typeof createCloudbase>;

/** The openid that the platform proved for this call; undefined for timers and HTTP entries. */
export const openidOfCall = (app: Cloudbase): string | undefined =>
  app.auth().getUserInfo().openId || undefined;
