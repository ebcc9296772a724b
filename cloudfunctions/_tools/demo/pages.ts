import { documentHash } from '../../_operations/product/document-hash';
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

/** What becomes of a family's data, and of its children's: consents of their own. Source: domain R32. */
export const privacyPages = (line: string): SaleDocument[] => [
  page(line, 'privacy', '个人信息怎么用（示例）', [
    [
      '收哪些，为什么收',
      '家人的姓名和身份证号：核对是谁、年龄合不合、有没有重复参保。',
      '健康情况：只收您在健康告知里的一次确认。',
      '手机号：保单、续保和理赔的事联系您。',
    ],
    [
      '谁能看到',
      `${INSURER.name}，只用来承保和理赔。村里的服务专员看不到身份证号，也看不到病历和银行卡。`,
      '身份证号加密保存，不卖、不用来推销。',
    ],
    [
      '您可以怎么做',
      '随时查看、更正、删除记住的家人，也可以不同意：不同意就不能在这里参保，可以打 95519 用别的办法办。',
      '已经生效的保单和理赔记录，法律要求保存的，到期才能删。',
    ],
  ]),
  page(line, 'minors', '孩子的个人信息（示例）', [
    [
      '监护人请看',
      '不满 14 岁的孩子，姓名和身份证号属于敏感信息，要由父母或其他监护人单独同意。',
      '只用来核对孩子的身份和年龄、承保和理赔，加密保存，不作别的用途。',
      '您可以随时查看、更正，或者打 95519 撤回同意；撤回后孩子不再参保，没有理赔的按剩余天数退费。',
    ],
  ]),
];

/** How every plan begins, is claimed and is left, as its clauses say. */
export const COMMON_SECTIONS = {
  start: ['什么时候开始', '付款第二天 0 点（北京时间）开始，保一年。开始之前发生的事不在保障内。'],
  claim: [
    '怎么理赔',
    '在小程序里填写经过、上传照片和银行卡。受理后 3 个工作日内给您答复，情况复杂的 15 个工作日内。',
  ],
  cancel: ['退保', '保障开始之前退保，退还全部保费。开始之后没有理赔的，按剩余天数退还。'],
} as const satisfies Record<string, readonly [string, string]>;
