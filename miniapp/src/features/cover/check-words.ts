import type { CertificateStanding } from 'shared/policy/check-certificate.contract';

/** What a scanned certificate turns out to be: in a few words, and what that means. */
export const CHECK_WORDS: Readonly<
  Record<CertificateStanding, { tone: 'good' | 'info' | 'due' | 'bad'; title: string; text: string }>
> = {
  genuine: { tone: 'good', title: '保单是真的', text: '现在在保障中。请核对下面的内容和纸上的一样。' },
  notStarted: { tone: 'info', title: '保单是真的', text: '保障还没有开始，日子见下面。' },
  ended: { tone: 'due', title: '保单是真的，已到期', text: '保障已经结束，日子见下面。' },
  cancelled: { tone: 'due', title: '保单已退保', text: '这份保单退掉了，日子见下面。' },
  unknown: {
    tone: 'bad',
    title: '查不到这份保单',
    text: '这个码不是我们出的。请再扫一次；还是这样，请不要相信这张纸，打承保公司的电话问清楚。',
  },
};
