import { z } from '../zod';
import { plainCharacters, tellingLines } from './words';

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
export const rosterId = idOf('ros');
export const assistanceId = idOf('ast');
export const complaintId = idOf('cmp');

export const planId = z.string().check(z.regex(/^[a-z0-9-]{1,60}$/, '方案编号不对。'));

/** +86 138 5080 1234, as phones fill it in: without the country's code. */
const withoutCountry = (text: string): string => plainCharacters(text).replace(/^(\+|00)?86(?=1\d{10}$)/, '');

/** 11-digit mainland mobile number, typed with any keyboard. */
export const mobilePhone = z
  .string()
  .check(z.overwrite(withoutCountry), z.regex(/^1[3-9]\d{9}$/, '手机号不对，请写 11 位手机号。'));

/** A reason that somebody else will read. */
export const shortReason = tellingLines({ min: 2, max: 200, missing: '请写明原因。' });

/** `YYYY-MM`. */
export const month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份不对。'));

/** The version of a record or a plan: 1, 2, 3 … */
export const versionNumber = z.int().check(z.gte(1), z.lte(1_000_000));

/** The id of a page that is shown at a sale. */
export const documentId = z.string().check(z.regex(/^[A-Za-z0-9._-]{1,80}$/, '页面编号不对。'));

/** The version of such a page: `2018.1`. */
export const documentVersion = z.string().check(z.regex(/^[A-Za-z0-9._-]{1,40}$/, '页面版本不对。'));

/** A SHA-256 in hex. */
export const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/, '页面的校验码不对。'));

/** A file in the cloud's storage. Source: CloudBase "fileID". */
export const fileId = z
  .string()
  .check(
    z.regex(/^cloud:\/\/[A-Za-z0-9._-]{1,100}\/[A-Za-z0-9._/-]{1,200}$/, '文件没有传上来，请重新添加。'),
  );

/** The link to a report that a specialist filled in: its id, and a keyed hash that nobody can make up. */
export const assistanceLink = z
  .string()
  .check(z.regex(/^ast_[a-z0-9]{24}-[a-z0-9]{24}$/, '这个链接不完整，请让专员重新发一次。'));
