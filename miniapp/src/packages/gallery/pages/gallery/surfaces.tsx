import { View } from '@tarojs/components';
import { Amount } from '@/components/amount/amount';
import { Avatar } from '@/components/avatar/avatar';
import { Badge } from '@/components/badge/badge';
import { BigFigure } from '@/components/big-figure/big-figure';
import { Card } from '@/components/card/card';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';

const open = () => undefined;

export function Surfaces() {
  return (
    <>
      <Card tone="brand">
        <View>家庭保障还有 214 天</View>
        <Amount fen={20_000_000} style="headline" size="figure" tone="brand" />
        <ProgressBar share={0.81} label="医疗还剩 9,695.55 元，共 12,000 元" />
      </Card>
      <Section title="家人" note="3 人受保障，每人最多赔" aside={<Badge tone="good">保障中</Badge>}>
        <Card flush>
          <Row
            lead={<Avatar name="王建国" />}
            label="王建国"
            note="本人 · 46 岁"
            value={<Amount fen={6_666_667} />}
          />
          <Row
            lead={<Avatar name="李秀英" />}
            label="李秀英"
            note="妻子 · 44 岁"
            value={<Amount fen={6_666_667} />}
            onPress={open}
          />
          <Row
            lead={<Avatar name="阿卜杜热合曼·买买提江" />}
            label="阿卜杜热合曼·买买提江"
            note="儿子 · 12 岁 · 户口本与身份证姓名一致"
            value={<Amount fen={6_666_666} />}
          />
        </Card>
      </Section>
      <Section title="赔款单">
        <Card flush>
          <Row label="发票合计" value={<Amount fen={386_050} />} />
          <Row label="医保已报" value={<Amount fen={-120_000} />} />
          <Row label="自己先承担的部分（免赔额）" value={<Amount fen={-10_000} />} />
          <Row label="赔给您" strong value={<Amount fen={230_445} size="big" tone="warm" />} />
        </Card>
      </Section>
      <Section title="状态">
        <View style="display:flex;flex-wrap:wrap;gap:8px">
          <Badge tone="good">保障中</Badge>
          <Badge tone="due">快到期</Badge>
          <Badge tone="bad">未通过</Badge>
          <Badge tone="info">办理中</Badge>
          <Badge tone="plain">已结束</Badge>
        </View>
      </Section>
      <Section title="全村">
        <Card>
          <BigFigure value="86" unit="户" caption="已参保，共 132 户" share={86 / 132} />
        </Card>
      </Section>
      <Card tone="warm" onPress={open} label="看赔款单">
        <View>本月全镇赔付</View>
        <Amount fen={4_218_300} style="headline" size="big" tone="warm" />
      </Card>
    </>
  );
}
