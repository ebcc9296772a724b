/** The one merchant that the local WeChat Pay knows. The name is what the cashier shows as payee. */
export const MERCHANT = { mchid: '1900009191', name: '示例人寿保险股份有限公司明溪支公司' } as const;
