import type { SaleDocument } from 'shared/product/plan.schema';

/** What a page is for, in plain words. */
export const DOCUMENT_PURPOSES: Readonly<Record<SaleDocument['kind'], string>> = {
  privacy: '身份证号、健康情况怎么用、怎么保管',
  minors: '不满 14 岁孩子的信息，要监护人同意',
  clauses: '保什么、赔多少、怎么赔',
  exclusions: '哪些情况不赔（责任免除）',
  diseases: '保哪些病',
  health: '家人身体怎样才能参加',
};
