import type { Role } from './role';

/**
 * Who may call which operation: the one place that says so, enforced by the runtime before anything else is read.
 * Region and relation to the record are checked by the operations. Source: domain R20, R29.
 */
export const ACCESS_TABLE = {
  whoAmI: ['member'],
  openReferral: ['member'],
  getHome: ['member'],
  getHousehold: ['member'],
  keepHousehold: ['member'],
  forgetHousehold: ['member'],
  readIdCard: ['member'],
  listRegions: ['member'],
  listPlans: ['member'],
  readDocument: ['member'],
  checkFamily: ['member'],
  buyCover: ['member'],
  getOrderToPay: ['member'],
  openPayment: ['member'],
  confirmPayment: ['member'],
  getPolicy: ['member'],
  printCertificate: ['member'],
  checkCertificate: ['member'],
  listConsents: ['member'],
  getConsent: ['member'],
  giveConsent: ['member'],
  listMyPolicies: ['member'],
  getRenewal: ['member'],
  previewCancellation: ['member'],
  cancelPolicy: ['member'],
  correctInsured: ['member'],
  previewNewborn: ['member'],
  addNewborn: ['member'],
  findGift: ['member'],
  openGift: ['member'],
  fileClaim: ['member'],
  listMyClaims: ['member'],
  getMyClaim: ['member'],
  withdrawClaim: ['member'],
  listMyMessages: ['member'],
  readMessage: ['member'],

  getStaffHome: ['specialist', 'countyManager'],
  createReferral: ['specialist'],
  listUntoldGifts: ['specialist'],
  findDelivery: ['specialist'],
  recordDelivery: ['specialist'],
  getFigures: ['specialist', 'countyManager'],
  listClaimsByTownship: ['countyManager'],
  listRosters: ['countyManager'],
  getRosterTemplate: ['countyManager'],
  getRoster: ['countyManager'],
  uploadRoster: ['countyManager'],
  checkRoster: ['countyManager'],
  decideRoster: ['countyManager'],

  listDeskQueue: ['handler', 'approver'],
  openCase: ['handler', 'approver'],
  replaySale: ['handler', 'approver'],
  acceptClaim: ['handler'],
  registerClaim: ['handler'],
  previewAssessment: ['handler', 'approver'],
  assessClaim: ['handler'],
  approveClaim: ['approver'],
  returnClaim: ['approver'],
  refuseClaim: ['approver'],
  listPayouts: ['cashier'],
  sendPayout: ['cashier'],
  recordPayoutResult: ['cashier'],
  listBillDays: ['cashier'],
  closeDifference: ['cashier'],
  listSponsoredRosters: ['cashier', 'approver'],
  recordTransfer: ['cashier'],
  confirmTransfer: ['cashier', 'approver'],
  steerIssuing: ['cashier', 'approver'],
} as const satisfies Record<string, readonly Role[]>;

export type OperationName = keyof typeof ACCESS_TABLE;

/** The roles of an operation; undefined for a name that is not in the table. */
export const rolesOf = (name: string): readonly Role[] | undefined =>
  Object.prototype.hasOwnProperty.call(ACCESS_TABLE, name) ? ACCESS_TABLE[name as OperationName] : undefined;
