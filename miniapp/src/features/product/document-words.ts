import type { SaleDocument } from 'shared/product/plan.schema';

/** What a page is for, in plain words. */
export const DOCUMENT_PURPOSES: Readonly<Record<SaleDocument['kind'], string>> = {
  clauses: '保什么、赔多少、怎么赔',
  exclusions: '哪些情况不赔（责任免除）',
  diseases: '保哪些病',
  health: '家人身体怎样才能参加',
};
