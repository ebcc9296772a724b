import type { Complaint, ComplaintAlarm } from '../../../shared/complaint/complaint.schema';
import type { StaffRecord } from '../../../shared/identity/role';
import { MESSAGE_PAGES } from '../../../shared/message/message-pages';
import type { Message } from '../../../shared/message/message.schema';
import { formatChinaDay, type EpochMs } from '../../../shared/time/china-day';
import { composeMessage } from './compose-message';

/** The family's complaint was answered. Source: domain R22. */
export const complaintAnsweredMessage = (complaint: Complaint, at: EpochMs): Message =>
  composeMessage({
    kind: 'complaintAnswered',
    about: [complaint.id],
    openid: complaint.openid,
    title: '您的投诉有答复了',
    body: `投诉 ${complaint.number} 的答复：${complaint.answer?.words ?? ''}`,
    page: MESSAGE_PAGES.complaints,
    fields: null,
    at,
  });

type Told = Exclude<ComplaintAlarm, 'none'>;

const TITLES: Readonly<Record<Told, string>> = {
  told: '有一件新投诉',
  warned: '有投诉快到期',
  escalated: '有投诉过期了',
};

const bodyOf = ({ number, dueDay }: Complaint, alarm: Told): string => {
  const day = formatChinaDay(dueDay);
  switch (alarm) {
    case 'told':
      return `投诉 ${number} 最晚 ${day}答复家属。`;
    case 'warned':
      return `投诉 ${number} 还没有答复，最晚 ${day}，请尽快办理。`;
    case 'escalated':
      return `投诉 ${number} 应在 ${day}答复，现在过期了，请马上办理。`;
  }
};

/** Tells a supervisor of a complaint; neither name nor words stand in it. Source: domain R22. */
export const complaintDueMessage = (
  complaint: Complaint,
  alarm: Told,
  colleague: StaffRecord,
  at: EpochMs,
): Message =>
  composeMessage({
    kind: 'complaintDue',
    about: [complaint.id, alarm, colleague.id],
    openid: colleague.openid,
    title: TITLES[alarm],
    body: bodyOf(complaint, alarm),
    page: MESSAGE_PAGES.deskComplaints,
    fields: null,
    at,
  });
