/**
 * The subscribe message templates of the mini-program's account, as the local WeChat knows them. In production the same
 * are chosen in the account's 订阅消息 page, and their ids given to the functions as `SUBSCRIBE_TEMPLATES`.
 * A field's key is its type and a number; the type decides what it may hold (`field-rules.ts`).
 */
export interface SubscribeTemplate {
  /** Our name, the key of `SUBSCRIBE_TEMPLATES`. */
  readonly name: string;
  readonly id: string;
  /** What the person reads above the message. */
  readonly title: string;
  /** Every field must be sent. */
  readonly fields: readonly { readonly key: string; readonly label: string }[];
}

export const TEMPLATES: readonly SubscribeTemplate[] = [
  {
    name: 'payoutNotice',
    id: 'Nj7payoutNotice0000000000000000000000000001',
    title: '理赔款到账通知',
    fields: [
      { key: 'character_string1', label: '案件号' },
      { key: 'amount2', label: '赔付金额' },
      { key: 'time3', label: '到账时间' },
      { key: 'thing4', label: '备注' },
    ],
  },
  {
    name: 'claimProgress',
    id: 'Nj7claimProgress000000000000000000000000002',
    title: '理赔进度通知',
    fields: [
      { key: 'character_string1', label: '案件号' },
      { key: 'phrase2', label: '当前进度' },
      { key: 'time3', label: '更新时间' },
      { key: 'thing4', label: '温馨提示' },
    ],
  },
  {
    name: 'policyIssued',
    id: 'Nj7policyIssued0000000000000000000000000003',
    title: '投保成功通知',
    fields: [
      { key: 'character_string1', label: '保单号' },
      { key: 'thing2', label: '保险产品' },
      { key: 'amount3', label: '保费' },
      { key: 'date4', label: '生效日期' },
      { key: 'thing5', label: '温馨提示' },
    ],
  },
  {
    name: 'renewalDue',
    id: 'Nj7renewalDue000000000000000000000000000004',
    title: '保单到期提醒',
    fields: [
      { key: 'character_string1', label: '保单号' },
      { key: 'thing2', label: '保险产品' },
      { key: 'date3', label: '到期日期' },
      { key: 'thing4', label: '温馨提示' },
    ],
  },
];

/** Ids by our names: the functions' `SUBSCRIBE_TEMPLATES`. */
export const SUBSCRIBE_TEMPLATES: Readonly<Record<string, string>> = Object.fromEntries(
  TEMPLATES.map(({ name, id }) => [name, id]),
);
