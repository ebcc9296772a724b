/**
 * The documented error codes that the local WeChat Pay answers, with their HTTP status.
 * Source: WeChat Pay API v3, "JSAPI下单", "商户订单号查询订单", "关闭订单", "退款申请",
 * "申请交易账单", "下载账单", "发起转账", "商户单号查询转账单": 错误码.
 */
const STATUS = {
  PARAM_ERROR: 400,
  INVALID_REQUEST: 400,
  APPID_MCHID_NOT_MATCH: 400,
  MCH_NOT_EXISTS: 400,
  ORDER_CLOSED: 400,
  ORDERPAID: 400,
  NO_STATEMENT_EXIST: 400,
  STATEMENT_CREATING: 400,
  SIGN_ERROR: 401,
  NO_AUTH: 403,
  NOT_ENOUGH: 403,
  OUT_TRADE_NO_USED: 403,
  ORDER_NOT_EXIST: 404,
  RESOURCE_NOT_EXISTS: 404,
  NOT_FOUND: 404,
  FREQUENCY_LIMITED: 429,
  SYSTEM_ERROR: 500,
} as const;

export type PayErrorCode = keyof typeof STATUS;

/** Answered as `{code, message, detail?}` with the code's status. */
export class PayError extends Error {
  override readonly name = 'PayError';
  readonly status: number;
  constructor(
    readonly code: PayErrorCode,
    message: string,
    readonly detail?: {
      readonly field: string;
      readonly issue: string;
      readonly location: 'body' | 'query' | 'uri_template';
    },
  ) {
    super(message);
    this.status = STATUS[code];
  }
}
