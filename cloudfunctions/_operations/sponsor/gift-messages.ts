import { MESSAGE_PAGES } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { formatYuanShort } from '../../../shared/money/fen';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import type { RosterHousehold, Sponsor } from '../../../shared/roster/roster.schema';
import { chinaDayOf, formatChinaDate } from '../../../shared/time/china-day';
import { composeMessage } from '../message/compose-message';

/** Tells a family, whose earlier policy is known, that a policy waits for it. */
export const giftMessage = (
  policy: Policy,
  plan: Plan,
  sponsor: Sponsor,
  openid: string,
  at: number,
): Message =>
  composeMessage({
    kind: 'giftWaiting',
    about: [policy.id],
    openid,
    title: '有一份保障等您领取',
    body: `${sponsor.name}替您家出钱办了${plan.name}，${formatChinaDate(chinaDayOf(policy.startAt))} 0 点起有保障。点开领取，核对家人。`,
    page: MESSAGE_PAGES.gift,
    fields: null,
    at,
  });

/** Tells a family, whose earlier policy is known, that somebody pays a part if it buys. */
export const pledgeMessage = (
  sponsorshipId: string,
  { premiumFen, shareFen }: RosterHousehold,
  plan: Plan,
  sponsor: Sponsor,
  openid: string,
  at: number,
): Message =>
  composeMessage({
    kind: 'giftWaiting',
    about: [sponsorshipId],
    openid,
    title: `${sponsor.name}替您家出一部分`,
    body: `买${plan.name}，${sponsor.name}出 ${formatYuanShort(shareFen)} 元，您付 ${formatYuanShort(premiumFen - shareFen)} 元。`,
    page: MESSAGE_PAGES.cover,
    fields: null,
    at,
  });
