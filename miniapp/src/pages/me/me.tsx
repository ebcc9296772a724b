import { getHome } from 'shared/household/get-home.contract';
import { whoAmI } from 'shared/identity/who-am-i.contract';
import { Avatar } from '@/components/avatar/avatar';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { CheckRow } from '@/components/check-row/check-row';
import { Icon } from '@/components/icon/icon';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { RoleEntrances } from '@/features/profile/role-entrances';
import { openPage } from '@/lib/navigation/navigation';
import { callPhone } from '@/lib/phone/phone';
import { useQueryOf } from '@/lib/query/use-query-of';
import { useTheme } from '@/lib/theme/theme';

/** The person's own corner: messages, text size, help, and the doors to work. */
export default function MePage() {
  const home = useQueryOf(getHome, {});
  const me = useQueryOf(whoAmI, {});
  const { elder, setElder } = useTheme();
  return (
    <Page>
      <Loaded answer={home}>
        {({ familyName, region, unreadMessages, insurer }) => (
          <>
            {familyName === null ? null : (
              <Row
                lead={<Avatar name={familyName} />}
                label={familyName}
                note={region === null ? undefined : `${region.townshipName}${region.villageName}`}
              />
            )}
            <Card flush>
              <Row
                id="me-messages"
                lead={<Icon name="bell" />}
                label="消息"
                value={
                  unreadMessages === 0 ? undefined : <Badge tone="due">{`${unreadMessages} 条没看`}</Badge>
                }
                onPress={() => void openPage('/packages/claim/pages/messages/messages')}
              />
              {familyName === null ? null : (
                <Row
                  id="me-family"
                  lead={<Icon name="family" />}
                  label="记住的家人"
                  note="改、删家人和续保联系人"
                  onPress={() => void openPage('/packages/buy/pages/family/family')}
                />
              )}
              <Row
                id="me-cover"
                lead={<Icon name="shield" />}
                label="我的保障"
                onPress={() => void openPage('/pages/cover/cover')}
              />
              <Row
                id="me-claims"
                lead={<Icon name="paper" />}
                label="我的理赔"
                onPress={() => void openPage('/pages/claims/claims')}
              />
            </Card>
            <Section title="字的大小">
              <Card flush>
                <CheckRow id="me-elder" checked={elder} onChange={setElder} note="字大一些，一屏只问一件事">
                  用关怀版
                </CheckRow>
              </Card>
            </Section>
            {insurer === null ? null : (
              <Section title="要人帮忙">
                <Card flush>
                  <Row
                    id="call-insurer"
                    lead={<Icon name="phone" />}
                    label={`打客服电话 ${insurer.hotline}`}
                    note={insurer.name}
                    onPress={() => void callPhone(insurer.hotline)}
                  />
                </Card>
              </Section>
            )}
          </>
        )}
      </Loaded>
      {me.data === undefined ? null : <RoleEntrances staffName={me.data.staffName} roles={me.data.roles} />}
    </Page>
  );
}
