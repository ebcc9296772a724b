import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Icon, type IconName } from '@/components/icon/icon';
import { Section } from '@/components/section/section';
import { ShareButton } from '@/components/share-button/share-button';

const icons: IconName[] = [
  'home',
  'shield',
  'paper',
  'person',
  'family',
  'phone',
  'camera',
  'picture',
  'card',
  'calendar',
  'clock',
  'pause',
  'info',
  'alert',
  'warning',
  'done',
  'refused',
  'check',
  'close',
  'add',
  'remove',
  'forward',
  'back',
  'down',
  'bell',
  'share',
  'save',
  'copy',
  'link',
  'edit',
  'delete',
  'retry',
  'search',
  'money',
  'medical',
  'injury',
  'heart',
  'chart',
  'list',
  'text',
  'place',
  'mic',
  'play',
  'stop',
];
const press = () => undefined;

export function Actions() {
  return (
    <>
      <Section title="按钮">
        <Button onPress={press}>付款 100 元</Button>
        <ShareButton kind="secondary" path="/pages/home/home?code=a1b2c3d4e5">
          分享到群
        </ShareButton>
        <Button kind="quiet" icon="phone" onPress={press}>
          打电话问 95519
        </Button>
        <Button kind="danger" onPress={press}>
          撤回理赔
        </Button>
        <Button loading onPress={press}>
          正在提交
        </Button>
        <Button disabled reason="还有 1 位家人没有签名" onPress={press}>
          去付款
        </Button>
      </Section>
      <Section title="图标">
        <View style="display:grid;grid-template-columns:repeat(6,1fr);gap:20px">
          {icons.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </View>
      </Section>
    </>
  );
}
