import { Text, View } from '@tarojs/components';
import { Card } from '@/components/card/card';
import { Icon, type IconName } from '@/components/icon/icon';
import styles from './how-to-get-link.module.scss';

const steps: readonly { icon: IconName; title: string; text: string }[] = [
  {
    icon: 'link',
    title: '要一个参保链接',
    text: '找村里的服务专员（计生协小组长），请他用微信发给您，或看村里的微信群。',
  },
  { icon: 'family', title: '点开链接，填家人', text: '准备好全家的身份证。夫妻和子女都可以参加。' },
  { icon: 'shield', title: '付款后第二天 0 点起有保障', text: '保一年。出了意外，在这里就能申请理赔。' },
];

/** What a person sees who came without a link: how to get one. No phone number of anybody is made up. */
export function HowToGetLink() {
  return (
    <>
      <Card tone="hero">
        <View className={styles.title}>给全家一份意外保障</View>
        <Text className={styles.lead}>先请村里的服务专员发一个参保链接给您，点开就能参加。</Text>
      </Card>
      <View className={styles.steps}>
        {steps.map(({ icon, title, text }, position) => (
          <View key={icon} className={styles.step}>
            <View className={styles.disc}>
              <Icon name={icon} />
            </View>
            <View className={styles.words}>
              <Text className={styles.name}>{`${position + 1}. ${title}`}</Text>
              <Text className={styles.text}>{text}</Text>
            </View>
          </View>
        ))}
      </View>
    </>
  );
}
