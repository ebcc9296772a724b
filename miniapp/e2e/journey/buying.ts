import type { CastHousehold } from 'shared/testing/cast';
import type { MemberInput } from 'shared/household/member.schema';
import type { Phone } from '../phone';
import { atCashier, choose, control, tap, write, writesName } from './hand';

const entersMember = async (phone: Phone, member: MemberInput): Promise<void> => {
  await choose(phone, 'member-relation', member.relation);
  await write(phone, 'member-name', member.name);
  await write(phone, 'member-id-number', member.idNumber);
  // The children of the cast are minors, of whom other cover is asked.
  if (member.relation !== 'self' && member.relation !== 'spouse') await choose(phone, 'member-other', 'none');
  await tap(phone, 'member-save');
};

/** Agrees to what becomes of the data, then adds everybody; the first number is mistyped once and mended where the fault is shown. */
export const entersFamily = async (phone: Phone, family: CastHousehold, mistypes: boolean): Promise<void> => {
  await phone.see('个人信息怎么用（示例）');
  await tap(phone, 'privacy-agree');
  for (const [index, member] of family.members.entries()) {
    await tap(phone, 'member-add');
    if (index === 0 && mistypes) {
      const wrong = member.idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
      await entersMember(phone, { ...member, idNumber: wrong });
      await phone.see('身份证号不对，请对照身份证再核对一遍。');
      await write(phone, 'member-id-number', member.idNumber);
      await tap(phone, 'member-save');
    } else {
      await entersMember(phone, member);
    }
    await control(phone, 'members-next').waitFor();
  }
  await write(phone, 'members-phone', family.phone);
};

/** Reads and confirms each page, and has each adult sign. */
export const readsAndSigns = async (
  phone: Phone,
  picture?: (name: string) => Promise<unknown>,
): Promise<void> => {
  await tap(phone, 'members-next');
  await phone.see('第 2 份，共 5 份');
  await picture?.('buy-read');
  for (const title of [
    '孩子的个人信息（示例）',
    '保障条款（示例）',
    '这些情况不赔（示例）',
    '健康告知（示例）',
  ]) {
    await phone.see(title);
    await tap(phone, 'document-confirm');
  }
  await writesName(phone, 'sign-pad-0');
  await picture?.('buy-sign');
  await writesName(phone, 'sign-pad-1');
  await control(phone, 'pay-submit').waitFor();
};

/** Turns away from the cashier once, then pays. */
export const pays = async (phone: Phone, hesitates: boolean): Promise<void> => {
  await tap(phone, 'pay-submit');
  if (hesitates) {
    await atCashier(phone, '取消');
    await phone.page.locator('iframe[title*="微信支付"]').waitFor({ state: 'detached' });
    await tap(phone, 'pay-submit');
  }
  await atCashier(phone, '支付');
  await control(phone, 'success-policy').waitFor();
};
