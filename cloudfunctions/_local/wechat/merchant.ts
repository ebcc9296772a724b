/** The one merchant that the local WeChat Pay knows. The name is what the cashier shows as payee. */
export const MERCHANT = { mchid: '1900009191', name: '示例财产保险股份有限公司' } as const;
