import { z } from '../zod';

/**
 * Who may act. Association staff (`specialist`, `countyManager`) inform and help; the insurer's desk (`handler`,
 * `approver`, `supervisor`, `panelist`, `cashier`) decides and pays. Every WeChat user is a `member`. Roles of staff are held on a region.
 * Source: domain "People and places", R20, R29.
 */
export const staffRole = z.enum([
  'specialist',
  'countyManager',
  'handler',
  'approver',
  'supervisor',
  'panelist',
  'cashier',
]);
export type StaffRole = z.infer<typeof staffRole>;
export type Role = StaffRole | 'member';

/** A person of the association or of the insurer, as stored. */
export const staffRecord = z.strictObject({
  /** Derived from the openid by a keyed hash. */
  id: z.string(),
  name: z.string(),
  /** Under which the person is told of work. */
  openid: z.string(),
  /** 11-digit phone for families who need help. */
  phone: z.string(),
  grants: z.array(
    z.strictObject({
      role: staffRole,
      regionCode: z.string(),
      /** Epoch ms; a grant counts in [since, until). */
      since: z.int(),
      until: z.nullable(z.int()),
      /** Most that an approver may approve, in fen; null: any amount. */
      limitFen: z.nullable(z.int()),
    }),
  ),
});
export type StaffRecord = z.infer<typeof staffRecord>;

/** A role that holds now, on a region. */
export interface HeldRole {
  readonly role: StaffRole;
  readonly regionCode: string;
  /** Most that an approver may approve; null: any amount. */
  readonly limitFen: number | null;
}

/** The grants of a person that hold at an instant. */
export const rolesHeldAt = (staff: StaffRecord, instant: number): HeldRole[] =>
  staff.grants
    .filter((grant) => grant.since <= instant && (grant.until === null || instant < grant.until))
    .map(({ role, regionCode, limitFen }) => ({ role, regionCode, limitFen }));
