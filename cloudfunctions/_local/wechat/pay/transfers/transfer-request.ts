import { z } from '../../../../../shared/zod';
import { address, parsed } from '../order-request';
import { PayError } from '../pay-error';
import { type Signatures } from '../signatures';

/**
 * What a transfer in the scene 保险理赔 must say.
 * Source: WeChat Pay API v3, "发起转账"; "转账场景报备信息: 保险理赔".
 */
const SCENE = '1004';
const PERCEPTION = '保险理赔款';
/** Each exactly once. */
const REPORT_TYPES = ['保险产品备案编号', '保险名称', '保险操作单号'] as const;
/** From this amount the payee's name must be given. */
const NAME_FROM_FEN = 200_000;
/** One transfer: at least 0.10 yuan; at most what the merchant set in its product settings. */
const SMALLEST_FEN = 10;
const LARGEST_FEN = 20_000_000;

const characters = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

const transferBody = z.object({
  appid: z.string(),
  out_bill_no: z.string().check(z.regex(/^[0-9A-Za-z]{1,32}$/)),
  transfer_scene_id: characters(36),
  openid: characters(64),
  user_name: z.optional(z.string()),
  transfer_amount: z.int().check(z.gte(1)),
  transfer_remark: characters(32),
  notify_url: z.optional(address),
  user_recv_perception: z.optional(z.string()),
  transfer_scene_report_infos: z.optional(
    z.array(z.object({ info_type: characters(15), info_content: characters(32) })),
  ),
});
export type TransferBody = z.infer<typeof transferBody>;

const isReported = (infos: TransferBody['transfer_scene_report_infos'] = []): boolean =>
  infos.length === REPORT_TYPES.length &&
  REPORT_TYPES.every((type) => infos.some(({ info_type }) => info_type === type));

/**
 * The body, checked, its `user_name` opened. Throws PARAM_ERROR, INVALID_REQUEST.
 * @param serial the header `Wechatpay-Serial`: which key the name is encrypted with.
 */
export const readTransferBody = (
  body: unknown,
  appid: string,
  serial: string | undefined,
  signatures: Pick<Signatures, 'decrypted' | 'keyId'>,
): TransferBody => {
  const transfer = parsed(transferBody, body);
  if (transfer.appid !== appid) throw new PayError('INVALID_REQUEST', 'APPID不存在');
  if (transfer.transfer_scene_id !== SCENE) throw new PayError('INVALID_REQUEST', '你尚未获取该转账场景');
  if (!isReported(transfer.transfer_scene_report_infos)) {
    throw new PayError('PARAM_ERROR', '需传入转账场景报备信息，请检查');
  }
  if ((transfer.user_recv_perception ?? PERCEPTION) !== PERCEPTION) {
    throw new PayError('INVALID_REQUEST', '暂不支持展示当前传入的用户收款感知');
  }
  if (transfer.transfer_amount < SMALLEST_FEN || transfer.transfer_amount > LARGEST_FEN) {
    throw new PayError('INVALID_REQUEST', '超过单笔转账上下限，核实产品设置是否准确');
  }
  if (transfer.user_name === undefined) {
    if (transfer.transfer_amount >= NAME_FROM_FEN) {
      throw new PayError('PARAM_ERROR', '转账金额大于等于2,000元时，收款用户姓名必填', {
        field: '/user_name',
        issue: '收款用户姓名必填',
        location: 'body',
      });
    }
    return transfer;
  }
  if (serial !== signatures.keyId) throw new PayError('PARAM_ERROR', '平台证书序列号Wechatpay-Serial错误');
  return { ...transfer, user_name: signatures.decrypted(transfer.user_name) };
};
