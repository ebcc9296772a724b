import { Card } from '@/components/card/card';
import { Document } from '@/components/document/document';
import { Section } from '@/components/section/section';
import { Timeline } from '@/components/timeline/timeline';

export function Progress() {
  return (
    <>
      <Section title="进度">
        <Card>
          <Timeline
            items={[
              { key: 'filed', state: 'done', title: '已报案', time: '6月5日 09:12' },
              {
                key: 'accepted',
                state: 'done',
                title: '已开始办理',
                time: '6月5日 15:40',
                note: '李审核员负责您的案子。',
              },
              {
                key: 'now',
                state: 'now',
                title: '正在审核材料',
                promise: { label: '最晚这天给您答复', value: '6月12日（周五）' },
                note: '材料齐了，还有 3 个工作日。',
              },
              { key: 'paid', state: 'next', title: '打款到您的银行卡', note: '同意后 10 天内' },
            ]}
          />
        </Card>
      </Section>
      <Section title="缺材料时">
        <Card>
          <Timeline
            items={[
              { key: 'filed', state: 'done', title: '已报案', time: '6月5日 09:12' },
              {
                key: 'wait',
                state: 'paused',
                title: '等您补材料',
                note: '缺：医保结算单。收到后接着算时间。',
              },
              { key: 'next', state: 'next', title: '审核材料' },
            ]}
          />
        </Card>
      </Section>
      <Document
        title="不赔的情况"
        source="示例条款 · 2026 年第 1 版"
        parts={[
          { heading: '第一条', paragraphs: ['被保险人（受保障的人）故意犯罪或者抗拒抓捕受伤的，不赔。'] },
          {
            heading: '第二条',
            important: true,
            paragraphs: ['喝酒以后开车受伤的，不赔。', '没有驾驶证开车受伤的，不赔。'],
          },
        ]}
      />
    </>
  );
}
