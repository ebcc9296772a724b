import { useState } from 'react';
import { chinaDayOf } from '../../../../../shared/time/china-day';
import type { BillOfDay } from '../../../wechat/pay/bills/bill-door';
import { Loaded, useLive } from '../live';
import { useNow } from '../now';
import { Entry } from '../parts/entry';
import { Facts, Panel } from '../parts/panel';
import { Badge, Empty, Waiting } from '../parts/states';

/** One day's trade bill, with every column of what is downloaded. */
export const Bill = () => {
  const now = useNow();
  const [chosen, setChosen] = useState<string>();
  const day = chosen ?? (now === undefined ? undefined : chinaDayOf(now));
  return (
    <Panel title="交易账单" note="微信第二天 10 点才给下载；这里当天就能看。">
      <label className="field day">
        <span>哪一天</span>
        <input
          type="date"
          value={day ?? ''}
          onChange={(event) => setChosen(event.target.value || undefined)}
        />
      </label>
      {day === undefined ? <Waiting /> : <BillOf day={day} />}
    </Panel>
  );
};

const BillOf = ({ day }: { readonly day: string }) => (
  <Loaded of={useLive<BillOfDay>(`/_local/wechat/bill?day=${day}`)}>
    {({ text }) =>
      text === undefined ? (
        <Empty icon="paper" title="这一天没有交易" note="有人付款或退款，账单里就会有一行。" />
      ) : (
        <BillLines text={text} />
      )
    }
  </Loaded>
);

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.replace(/^`/, ''));

/** A line under its header, by the header's names. */
const factsOf = (head: readonly string[], line: readonly string[]): [name: string, value: string][] =>
  head.map((name, column) => [name, line[column] ?? '']);

/** Header, lines, then the header and line of the totals: each is cut at its commas, as the format says. */
const BillLines = ({ text }: { readonly text: string }) => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map(cellsOf);
  const totalsAt = lines.findIndex(([first]) => first?.startsWith('总') === true);
  const [head = [], ...trades] = lines.slice(0, totalsAt);
  const [totalsHead = [], totals = []] = lines.slice(totalsAt);
  return (
    <>
      <ul className="card flush rows">
        {trades.map((line, index) => (
          <Trade key={index} facts={factsOf(head, line)} />
        ))}
      </ul>
      <div className="card">
        <Facts of={factsOf(totalsHead, totals)} />
      </div>
    </>
  );
};

const Trade = ({ facts }: { readonly facts: readonly [name: string, value: string][] }) => {
  const value = Object.fromEntries(facts) as Readonly<Partial<Record<string, string>>>;
  const isRefund = value['交易状态'] === 'REFUND';
  return (
    <Entry
      title={value['商品名称'] ?? value['商户订单号'] ?? ''}
      note={value['交易时间'] ?? ''}
      amount={<span className="amount">{isRefund ? value['退款金额'] : value['订单金额']}元</span>}
      badge={isRefund ? <Badge mood="info">退款</Badge> : <Badge mood="good">收款</Badge>}
    >
      <Facts of={facts.filter(([, each]) => each !== '')} />
    </Entry>
  );
};
