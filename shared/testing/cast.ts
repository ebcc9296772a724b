import type { MemberInput } from '../household/member.schema';
import type { StaffRole } from '../identity/role';
import { idNumberFor } from './id-numbers';

/** The county, township and village in which the cast lives. */
export const PLACE = { county: '350421', township: '350421200', village: '350421200201' } as const;

/** A WeChat identity of the cast. */
export interface CastMember {
  readonly openid: string;
  readonly name: string;
  /** What the identity bar calls the person. */
  readonly note: string;
}

/** A family that buys. */
export interface CastHousehold extends CastMember {
  readonly phone: string;
  readonly members: readonly MemberInput[];
}

/** A person of the association or of the insurer. */
export interface CastStaff extends CastMember {
  readonly role: StaffRole;
  readonly regionCode: string;
  readonly phone: string;
}

export const WANG: CastHousehold = {
  openid: 'o-wang-jianguo',
  name: '王建国',
  note: '王家 · 城关乡坪埠村',
  phone: '13850801234',
  members: [
    { name: '王建国', idNumber: idNumberFor('1979-03-15', 11), relation: 'self' },
    { name: '李秀英', idNumber: idNumberFor('1981-08-02', 24), relation: 'spouse' },
    { name: '王小雨', idNumber: idNumberFor('2014-05-20', 42), relation: 'daughter' },
  ],
};

export const ZHANG: CastHousehold = {
  openid: 'o-zhang-zhiqiang',
  name: '张志强',
  note: '张家 · 城关乡坪埠村',
  phone: '13859805678',
  members: [
    { name: '张志强', idNumber: idNumberFor('1988-11-30', 37), relation: 'self' },
    { name: '陈丽华', idNumber: idNumberFor('1990-01-09', 48), relation: 'spouse' },
    { name: '张浩宇', idNumber: idNumberFor('2016-09-12', 53), relation: 'son' },
    { name: '张雨桐', idNumber: idNumberFor('2021-02-27', 66), relation: 'daughter' },
  ],
};

export const HOUSEHOLDS: readonly CastHousehold[] = [WANG, ZHANG];

export const SPECIALIST: CastStaff = {
  openid: 'o-chen-guihua',
  name: '陈桂花',
  note: '服务专员 · 坪埠村',
  role: 'specialist',
  regionCode: PLACE.village,
  phone: '13860700001',
};
export const COUNTY_MANAGER: CastStaff = {
  openid: 'o-lin-guodong',
  name: '林国栋',
  note: '县计生协管理员',
  role: 'countyManager',
  regionCode: PLACE.county,
  phone: '13860700002',
};
export const HANDLER: CastStaff = {
  openid: 'o-zhou-min',
  name: '周敏',
  note: '理赔经办人',
  role: 'handler',
  regionCode: PLACE.county,
  phone: '13860700003',
};
export const APPROVER: CastStaff = {
  openid: 'o-wu-gang',
  name: '吴刚',
  note: '理赔批准人',
  role: 'approver',
  regionCode: PLACE.county,
  phone: '13860700004',
};
export const CASHIER: CastStaff = {
  openid: 'o-zheng-jie',
  name: '郑洁',
  note: '出纳',
  role: 'cashier',
  regionCode: PLACE.county,
  phone: '13860700005',
};

export const SUPERVISOR: CastStaff = {
  openid: 'o-huang-mei',
  name: '黄梅',
  note: '理赔主管',
  role: 'supervisor',
  regionCode: PLACE.county,
  phone: '13860700006',
};
/** Whoever reviews what the first handler decided. */
export const SECOND_HANDLER: CastStaff = {
  openid: 'o-he-lei',
  name: '何磊',
  note: '另一位经办人',
  role: 'handler',
  regionCode: PLACE.county,
  phone: '13860700007',
};
export const PANELISTS: readonly CastStaff[] = (
  [
    ['o-sun-li', '孙丽', '13860700008'],
    ['o-guo-tao', '郭涛', '13860700009'],
    ['o-ma-hong', '马红', '13860700010'],
  ] as const
).map(([openid, name, phone]) => ({
  openid,
  name,
  note: '合议成员',
  role: 'panelist',
  regionCode: PLACE.county,
  phone,
}));

export const STAFF: readonly CastStaff[] = [
  SPECIALIST,
  COUNTY_MANAGER,
  HANDLER,
  SECOND_HANDLER,
  APPROVER,
  SUPERVISOR,
  ...PANELISTS,
  CASHIER,
];
