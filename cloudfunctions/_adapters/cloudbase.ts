import cloudbase from '@cloudbase/node-sdk';

/** The one instance of the SDK in a function; the environment tells it where the cloud is. */
export const createCloudbase = () =>
  cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV as unknown as string });

export type Cloudbase = ReturnType<typeof createCloudbase>;

/** The openid that the platform proved for this call; undefined for timers and HTTP entries. */
export const openidOfCall = (app: Cloudbase): string | undefined =>
  app.auth().getUserInfo().openId || undefined;

/** A document of the SDK; a call answers `{code, message}` instead of its data when it fails without throwing. */
interface SdkDocument {
  get(): Promise<{ readonly data: unknown }>;
  set(fields: object): Promise<unknown>;
}

/** A transaction of the SDK, whose own typings leave it untyped. */
export interface SdkTransaction {
  collection(name: string): {
    doc(id: string): SdkDocument;
    add(document: object): Promise<unknown>;
  };
  commit(): Promise<unknown>;
}

/** The transactions of the SDK's database. */
export interface SdkTransactions {
  startTransaction(): Promise<SdkTransaction>;
  runTransaction(work: (transaction: SdkTransaction) => Promise<unknown>): Promise<unknown>;
}

type SdkDatabase = ReturnType<Cloudbase['database']>;

/** The database of an app, with typed transactions. */
export const databaseOf = (app: Cloudbase): Omit<SdkDatabase, keyof SdkTransactions> & SdkTransactions =>
  app.database();
