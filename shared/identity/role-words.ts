import type { StaffRole } from './role';

/** What a role is called on screens. */
export const STAFF_ROLE_WORDS: Readonly<Record<StaffRole, string>> = {
  specialist: '服务专员',
  countyManager: '县级管理员',
  handler: '理赔经办人',
  approver: '理赔批准人',
  supervisor: '理赔主管',
  panelist: '合议成员',
  cashier: '出纳',
};
