import type { FaultPlan } from './faults/fault-plan';

/**
 * What the local cloud and its imitation of WeChat's side (payment, messages, open API) promise each other.
 * Interfaces only: `_local/wechat` implements `WechatSide`, the local cloud gives the rest.
 */

/** Plain JSON, the only thing the state store keeps. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** One entry of a range read. */
export interface StateEntry<T> {
  readonly key: string;
  readonly value: T;
}

/**
 * Small durable key-value store, sorted by the UTF-8 bytes of the key.
 * Writes are durable against a killed process once their promise resolves; reads are synchronous and see every
 * resolved write. Values must be JSON; they are copied on the way in and out.
 */
export interface StateStore {
  /** The value under `key`, otherwise `fallback`. The caller states the shape it wrote itself. */
  get<T>(key: string, fallback?: T): T | undefined;
  put(key: string, value: unknown): Promise<void>;
  delete(key: string): Promise<void>;
  /** Entries whose key begins with `prefix`, ascending (descending when `reverse`), at most `limit`. */
  range<T>(
    prefix: string,
    options?: { readonly reverse?: boolean; readonly limit?: number },
  ): StateEntry<T>[];
  /**
   * Runs `change` with exclusive, all-or-nothing access: what it writes is stored together, or not at all when it
   * throws. `change` must be synchronous.
   */
  transaction<R>(change: (writer: StateWriter) => R): Promise<R>;
  /** A view whose keys are all prefixed, so that neighbours never meet. */
  scoped(prefix: string): StateStore;
}

/** The writing side inside `StateStore.transaction`; reads see the transaction's own writes. */
export interface StateWriter {
  get<T>(key: string, fallback?: T): T | undefined;
  put(key: string, value: unknown): void;
  delete(key: string): void;
}

/** The local cloud's own time: the machine's, moved by an offset that survives a restart. */
export interface LocalClock {
  /** Epoch milliseconds. */
  now(): number;
  /**
   * Calls `listener` after the clock was moved by hand (never for the ordinary passing of time), and waits for it
   * before the move is acknowledged. Returns a function that ends the subscription.
   */
  onMoved(listener: (now: number) => Promise<void> | void): () => void;
}

/** A request as the local doors receive it; the body is raw because signatures are computed over it. */
export interface LocalRequest {
  readonly method: string;
  /** Path without the query, as sent (still percent-encoded), e.g. `/wxpay/v3/pay/transactions/jsapi`. */
  readonly path: string;
  /** Path and query exactly as sent: what a WeChat Pay signature covers. */
  readonly target: string;
  readonly query: URLSearchParams;
  /** Lower-case names; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface LocalResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** Who a function acted for when it called the open API. */
export interface CallerIdentity {
  /** Empty for timers and HTTP entries. */
  readonly openid: string;
  readonly appid: string;
  /** Name of the calling function, empty when unknown. */
  readonly functionName: string;
  /** `permissions.openapi` of the function's config.json; without an entry WeChat refuses the call (-604101). */
  readonly openapiPermissions?: readonly string[];
}

/**
 * Answer to an SDK action: `data` becomes `{requestId, data}`, a code becomes `{code, message, requestId}`, and `raw`
 * is sent as the bytes themselves (the protobuf reply of `wx.openApi` and `wx.wxPayApi`).
 */
export type ActionAnswer =
  { readonly data: unknown } | { readonly raw: Buffer } | { readonly code: string; readonly message: string };

export interface WechatSide {
  /**
   * Answers `/wxpay/*`, `/_local/cashier*`, `/_local/transfer*`, `/_local/subscribe`, `/_local/messages` and
   * `/_local/wechat/*`; `undefined` when the path is none of these. Requests from foreign origins have been refused before.
   */
  routes(request: LocalRequest): Promise<LocalResponse | undefined>;
  /**
   * Answers the SDK actions `wx.api`, `wx.openApi` and `wx.wxPayApi`. `body` is the parsed body of the request,
   * `action` included: JSON values for `wx.api`; for the others, which come as multipart forms, every field as text,
   * except `requestData` (protobuf), which is a Buffer.
   */
  handleOpenApi(body: Readonly<Record<string, unknown>>, caller: CallerIdentity): Promise<ActionAnswer>;
  /** The `WXPAY_*` variables and `SUBSCRIBE_TEMPLATES` of every function worker. */
  functionEnvironment(): Readonly<Record<string, string>>;
  /** Ends everything that is still running or scheduled. */
  close(): Promise<void>;
}

/** What the local cloud gives to `createWechat`. */
export interface WechatSurroundings {
  /** Already scoped to WeChat's side. */
  readonly stateStore: StateStore;
  readonly clock: LocalClock;
  /** Appid of the mini-program (`WX_APPID` of the functions). */
  readonly appid: string;
  /** `http://127.0.0.1:PORT`; known only once the server listens. */
  readonly baseUrl: () => string;
  /** Public address of the functions' HTTP entries, without a slash at the end: the same after a restart. */
  readonly entryUrl: string;
  /**
   * Sends a callback as WeChat would, to a function by its public address or to any local address, and answers with the
   * status and body received. Rejects without an answer within 5 seconds.
   */
  readonly notify: (
    url: string,
    message: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  ) => Promise<{ readonly status: number; readonly body: string }>;
  /** Pages of the built mini-program, the home page first; `undefined` when there is no build to ask. */
  readonly pages: () => readonly string[] | undefined;
  /** What is to go wrong on purpose: asked at every callback that comes up and every call that comes in. */
  readonly faults: Pick<FaultPlan, 'next'>;
  /** One line for the log of the local cloud; never personal data. */
  readonly log: (line: string) => void;
}

/** Shape of the factory exported by `_local/wechat/index.ts`. Keys are generated at the first call and kept. */
export type CreateWechat = (surroundings: WechatSurroundings) => Promise<WechatSide>;
