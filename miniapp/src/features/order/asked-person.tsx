import type { OutputOf } from 'shared/contract/contract';
import type { listConsents } from 'shared/policy/consent.contracts';
import { formatChinaTime } from 'shared/time/china-day';
import { Timeline } from '@/components/timeline/timeline';

export type Asked = OutputOf<typeof listConsents>;
export type AskedPerson = Asked['persons'][number];

/** Whom the link goes to: the adult, or the child's parents. */
export const askedWhom = ({ name, kind }: AskedPerson): string =>
  kind === 'adult' ? name : `${name}的爸爸或妈妈`;

/** What the buyer does, what the other one does, and what comes then. */
export function AskedSteps({ person, isOrder }: { person: AskedPerson; isOrder: boolean }) {
  const whom = askedWhom(person);
  const isAgreed = person.standing === 'agreed';
  return (
    <Timeline
      items={[
        {
          key: 'send',
          state: isAgreed ? 'done' : 'now',
          title: `把确认链接发给${whom}`,
          note: '链接上只有打了星号的名字，别人打开也确认不了。',
          time: isAgreed ? undefined : '等您发',
        },
        {
          key: 'confirm',
          state: isAgreed ? 'done' : 'next',
          title: `${whom}用自己的微信打开，写姓名和证件号后 4 位`,
          note: `最晚 ${formatChinaTime(person.until).slice(5)} 前确认。`,
        },
        {
          key: 'then',
          state: isAgreed ? 'done' : 'next',
          title: isOrder ? '同意后您就能付款' : '确认后身故保障马上算数',
        },
      ]}
    />
  );
}
