import type { OutputOf } from 'shared/contract/contract';
import type { whoAmI } from 'shared/identity/who-am-i.contract';
import type { StaffRole } from 'shared/identity/role';
import { Card } from '@/components/card/card';
import { Icon, type IconName } from '@/components/icon/icon';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { openPage } from '@/lib/navigation/navigation';

type Held = OutputOf<typeof whoAmI>['roles'];

interface Entrance {
  id: string;
  roles: readonly StaffRole[];
  label: string;
  icon: IconName;
  url: string;
}

const entrances: readonly Entrance[] = [
  {
    id: 'role-specialist',
    roles: ['specialist'],
    label: '服务专员',
    icon: 'family',
    url: '/packages/staff/pages/home/home',
  },
  {
    id: 'role-county',
    roles: ['countyManager'],
    label: '县管理',
    icon: 'chart',
    url: '/packages/staff/pages/home/home',
  },
  {
    id: 'role-desk',
    roles: ['handler', 'approver', 'supervisor', 'panelist'],
    label: '理赔台',
    icon: 'list',
    url: '/packages/desk/pages/queue/queue',
  },
  {
    id: 'role-complaints',
    roles: ['supervisor'],
    label: '投诉',
    icon: 'info',
    url: '/packages/desk/pages/complaints/complaints',
  },
  {
    id: 'role-payouts',
    roles: ['cashier'],
    label: '出纳',
    icon: 'money',
    url: '/packages/desk/pages/payouts/payouts',
  },
  {
    id: 'role-transfers',
    roles: ['approver'],
    label: '对公到账',
    icon: 'money',
    url: '/packages/desk/pages/transfers/transfers',
  },
];

/** The doors to work, for those who hold a role now; nothing for families. */
export function RoleEntrances({ staffName, roles }: { staffName: string | null; roles: Held }) {
  const open = entrances.flatMap((entrance) => {
    const held = roles.find(({ role }) => entrance.roles.includes(role));
    return held === undefined ? [] : [{ ...entrance, regionName: held.regionName }];
  });
  if (open.length === 0) return null;
  return (
    <Section title={staffName === null ? '我的工作' : `${staffName}的工作`}>
      <Card flush>
        {open.map(({ id, label, regionName, icon, url }) => (
          <Row
            key={id}
            id={id}
            lead={<Icon name={icon} />}
            label={label}
            note={regionName}
            onPress={() => void openPage(url)}
          />
        ))}
      </Card>
    </Section>
  );
}
