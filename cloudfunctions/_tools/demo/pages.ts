import { documentHash } from '../catalogue/document-hash';
import type { DocumentKind, Insurer, SaleDocument } from '../../../shared/product/plan.schema';

/** Placeholder of the county's insurer: the hotline is the source's, the name an example until the insurer signs. */
export const INSURER: Insurer = {
  name: '示例人寿保险股份有限公司明溪支公司',
  hotline: '95519',
  complaintChannel: '拨打 95519 转投诉，15 天内答复；也可拨打 12378 银行保险消费者投诉热线。',
};

const VERSION = '2026.1';

/** A page of a product line with its hash: headings in order, each with its paragraphs. */
export const page = (
  line: string,
  kind: DocumentKind,
  title: string,
  sections: readonly (readonly [heading: string, ...paragraphs: string[]])[],
): SaleDocument => {
  const text = {
    id: `${line}-${kind}`,
    kind,
    version: VERSION,
    title,
    sections: sections.map(([heading, ...paragraphs]) => ({ heading, paragraphs })),
  };
  return { ...text, sha256: documentHash(text) };
};

/** How every plan begins, is claimed and is left, as its clauses say. */
export const COMMON_SECTIONS = {
  start: ['什么时候开始', '付款第二天 0 点（北京时间）开始，保一年。开始之前发生的事不在保障内。'],
  claim: [
    '怎么理赔',
    '在小程序里填写经过、上传照片和银行卡。受理后 3 个工作日内给您答复，情况复杂的 15 个工作日内。',
  ],
  cancel: ['退保', '保障开始之前退保，退还全部保费。开始之后没有理赔的，按剩余天数退还。'],
} as const satisfies Record<string, readonly [string, string]>;
