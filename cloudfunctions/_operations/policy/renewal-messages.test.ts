import { SAMPLE_POLICY } from '../../../shared/testing/sample-policy';
import { instantAt } from '../../../shared/time/china-day';
import { TEMPLATES } from '../../_local/wechat/templates';
import { demoPlans } from '../../_tools/demo/catalogue';
import { renewalDueMessage } from './renewal-messages';

const [plan] = demoPlans(2026);
const messageOn = (chinaDay: string, reminder: number) => {
  if (!plan) throw new Error('no plan');
  return renewalDueMessage(SAMPLE_POLICY, plan, {
    day: reminder,
    closesOn: '2027-07-01',
    at: instantAt(chinaDay, '09:00'),
  });
};

describe('a reminder of the end', () => {
  it('says until when cover lasts, and fills every field of its template', () => {
    const message = messageOn('2027-05-26', -7);
    expect(message.title).toBe('家里的保障还有 7 天到期');
    expect(message.body).toContain('保到 2027年6月1日 晚上 12 点');
    const template = TEMPLATES.find(({ name }) => name === message.kind);
    expect(Object.keys(message.fields ?? {})).toEqual(template?.fields.map(({ key }) => key));
    expect(message.delivery).toBe('waiting');
  });

  it('says after the end that there is no cover, and until when it can be renewed', () => {
    const message = messageOn('2027-06-02', 0);
    expect(message.title).toBe('家里的保障到期了');
    expect(message.body).toContain('最晚 2027年7月1日 还可以续');
  });

  it('counts the days without it each week, also when it comes later than planned', () => {
    const daysTold = (chinaDay: string, reminder: number) => {
      const { title, body } = messageOn(chinaDay, reminder);
      return [title, body].map((words) => Number(/停了 (\d+) 天/.exec(words)?.[1]));
    };
    expect(daysTold('2027-06-09', 7)).toEqual([7, 7]);
    expect(daysTold('2027-06-18', 14)).toEqual([16, 16]);
    expect(daysTold('2027-06-30', 28)).toEqual([28, 28]);
  });

  it('fits what WeChat shows, before the end and after it', () => {
    for (const message of [messageOn('2027-06-01', -1), messageOn('2027-06-30', 28)]) {
      expect(message.fields?.thing4).toMatch(/^[^…]{1,20}$/u);
    }
  });

  it('is one message for each reminder, whenever it is written', () => {
    expect(messageOn('2027-05-27', -7).id).toBe(messageOn('2027-05-26', -7).id);
    expect(messageOn('2027-06-01', -1).id).not.toBe(messageOn('2027-05-26', -7).id);
  });
});
