import type { RaisedAlarm } from '../../../shared/claim/claim-clocks';
import type { Claim } from '../../../shared/claim/claim.schema';
import { DESK_STATE_WORDS } from '../../../shared/claim/desk-words';
import type { StaffRecord } from '../../../shared/identity/role';
import { casePage } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { formatChinaDay, type ChinaDay, type EpochMs } from '../../../shared/time/china-day';
import { composeMessage } from './compose-message';

/** An alarm that the clock raised. */
export interface DueAlarm {
  readonly alarm: RaisedAlarm;
  readonly dueDay: ChinaDay;
  readonly at: EpochMs;
}

const TITLES: Readonly<Record<RaisedAlarm, string>> = {
  warned: '有案件快到期',
  escalated: '有案件过期了',
  advanceDue: '有案件要先付确定的部分',
};

const bodyOf = (claim: Claim, { alarm, dueDay }: DueAlarm): string => {
  const what = `案件 ${claim.number}（${DESK_STATE_WORDS[claim.state]}）`;
  const day = formatChinaDay(dueDay);
  switch (alarm) {
    case 'warned':
      return `${what}最晚 ${day}办好，请尽快办理。`;
    case 'escalated':
      return `${what}应在 ${day}办好，现在过期了，请马上办理。`;
    case 'advanceDue':
      return `${what}到第 60 天还定不下来的，要先付能确定的部分，请在 5 天内提出先付。`;
  }
};

/** Tells a colleague of a case that is due; no name stands in it. Source: domain R16. */
export const caseDueMessage = (claim: Claim, due: DueAlarm, colleague: StaffRecord): Message =>
  composeMessage({
    kind: 'caseDue',
    about: [claim.id, due.alarm, String(due.at), colleague.id],
    openid: colleague.openid,
    title: TITLES[due.alarm],
    body: bodyOf(claim, due),
    page: casePage(claim.id),
    fields: null,
    at: due.at,
  });
