/** A call of WeChat's open API; rejects with `{ errCode, errMsg }`. */
type Call = (parameters: object) => Promise<unknown>;

/** The calls of the open API that we use. */
export interface OpenApi {
  readonly subscribeMessage: { readonly send: Call };
  readonly ocr: { readonly idcard: Call; readonly bankcard: Call };
  readonly wxacode: { readonly getUnlimited: Call };
}

let loaded: Promise<OpenApi> | undefined;

/**
 * WeChat's open API through wx-server-sdk, which needs no secret: the function's own identity is enough. Loaded at the
 * first call: it weighs more than all the rest of a function. Its data access is never used. It is initialised without
 * an environment name, so that it takes the function's own.
 */
export const openApi = (): Promise<OpenApi> => (loaded ??= load());

const load = async (): Promise<OpenApi> => {
  const module = await import('wx-server-sdk');
  const cloud = 'default' in module ? (module.default as typeof module) : module;
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string });
  // Its `openapi` answers every name with a function, `then` too: awaited itself, it would never come back.
  const { subscribeMessage, ocr, wxacode } = cloud.openapi as unknown as OpenApi;
  return { subscribeMessage, ocr, wxacode };
};
