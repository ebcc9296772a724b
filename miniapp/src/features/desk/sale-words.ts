import type { Consent } from 'shared/policy/consent';
import type { ReplayedPage } from 'shared/order/replay-sale.contract';

/** How a page that was confirmed stands to the text that is kept. */
export const PAGE_STANDINGS: Readonly<
  Record<ReplayedPage['standing'], { tone: 'good' | 'bad' | 'due'; word: string; text: string }>
> = {
  same: { tone: 'good', word: '原文一致', text: '下面的原文，校验码和投保人确认的相同。' },
  altered: {
    tone: 'bad',
    word: '原文不一致',
    text: '存着的原文和投保人确认的校验码不同，不能当作当时的原文。',
  },
  missing: { tone: 'due', word: '没有原文', text: '这一版原文不在目录里，只有校验码。' },
};

/** Where the moment of a press comes from, and what is said when the phone told none that can be true. */
export const PHONE_CLOCK = '按投保人手机的时间';
export const NO_MOMENT = '手机没有报准时间';

/** How somebody consented to the sum on their life. */
export const CONSENT_WAYS: Readonly<Record<Consent['by'], string>> = {
  signature: '手机上签名同意',
  ownWeChat: '在自己的微信里同意',
  parent: '由父母同意',
};
