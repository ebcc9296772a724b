/** How a family buys on its phone. */
import type { MemberInput } from 'shared/household/member.schema';
import type { CastHousehold } from 'shared/testing/cast';
import type { Hand } from './phones';

/** From the offer on the first page to the list of people: compares, chooses, agrees to what becomes of the data. */
export async function choosesPlan(hand: Hand, yuan: '100' | '200'): Promise<void> {
  await hand.tap('home-buy');
  await hand.tap(`choose-family-accident-${yuan}`);
  await hand.tap('privacy-agree');
}

/** Fills in one person and presses 保存, whatever comes of it. */
async function entersMember(hand: Hand, { relation, name, idNumber }: MemberInput): Promise<void> {
  await hand.tap('member-add');
  await hand.tap(`member-relation-${relation}`);
  await hand.write('member-name', name);
  await hand.write('member-id-number', idNumber);
  // The children of the cast are minors, of whom other cover is asked.
  if (relation !== 'self' && relation !== 'spouse') await hand.tap('member-other-none');
  await hand.tap('member-save');
}

/** The first of a family, with a slip of the finger in the number, which is mended where the fault is told. */
export async function entersMistypedFirst(
  hand: Hand,
  { members: [first] }: CastHousehold,
  seesFault: () => Promise<void>,
): Promise<void> {
  if (first === undefined) throw new Error('The family has nobody.');
  const slipped = first.idNumber.replace(/.$/, (last) => (last === '1' ? '2' : '1'));
  await entersMember(hand, { ...first, idNumber: slipped });
  await seesFault();
  await hand.write('member-id-number', first.idNumber);
  await hand.tap('member-save');
}

/** Everybody but those already on the list, then the phone number. */
export async function entersFamily(hand: Hand, family: CastHousehold, already = 0): Promise<void> {
  for (const member of family.members.slice(already)) await entersMember(hand, member);
  await hand.write('members-phone', family.phone);
}

/** Reads each page to its end and confirms it. */
export async function readsAndConfirms(hand: Hand, pages: readonly string[]): Promise<void> {
  await hand.tap('members-next');
  for (const title of pages) {
    await hand.read(title);
    await hand.tap('document-confirm');
  }
}

/** Three strokes across the pad, as a name is written with a finger. */
const writtenName = [20, 100, 180].map((left, stroke) =>
  Array.from({ length: 10 }, (_, step): [number, number] => [
    left + step * 6,
    60 + stroke * 10 + (step % 3) * 12,
  ]),
);

/** Somebody writes their name on their pad. */
async function writesName(hand: Hand, name: string): Promise<void> {
  const pad = { label: new RegExp(`^${name}.*签名`) };
  await hand.see(pad);
  await hand.phone.draw(pad, writtenName);
}

/** Each adult signs on their sheet, where it is paid. */
export async function signs(hand: Hand, adults: readonly string[]): Promise<void> {
  for (const name of adults) await writesName(hand, name);
}

/** At the cashier, with the button that stands there now. */
export async function atCashier(hand: Hand, does: 'pay' | 'cancel'): Promise<void> {
  hand.phone.person.atCashier = does;
  await hand.tap('pay-submit');
}
