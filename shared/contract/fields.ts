import { z } from '../zod';

/** One per user intention, the same over all retries: the first answer is kept and given again. */
export const requestId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/, '请求编号不对。'));

/** An id of ours: prefix, underscore, derived part. */
const idOf = (prefix: string) =>
  z.string().check(z.regex(new RegExp(`^${prefix}_[a-z0-9]{20,40}$`), '编号不对。'));
export const orderId = idOf('ord');
export const policyId = idOf('pol');
export const claimId = idOf('clm');
export const payoutId = idOf('pay');
export const messageId = idOf('msg');
export const differenceId = idOf('dif');

export const planId = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, '方案编号不对。'));

/** 11-digit mainland mobile number. */
export const mobilePhone = z.string().check(z.regex(/^1[3-9]\d{9}$/, '手机号不对，请写 11 位手机号。'));

/** A reason that somebody else will read. */
export const shortReason = z
  .string()
  .check(z.trim(), z.minLength(2, '请写明原因。'), z.maxLength(200, '最多 200 个字。'));

/** `YYYY-MM`. */
export const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对。'));
