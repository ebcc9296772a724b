import { useState } from 'react';
import { chinaDayOf } from '../../../../../shared/time/china-day';
import type { BillOfDay } from '../../../wechat/pay/bills/bill-door';
import { Loaded, useLive } from '../live';
import { useNow } from '../now';
import { Panel } from '../parts/panel';
import { Empty, Waiting } from '../parts/states';

/** One day's trade bill, line for line as it is downloaded. */
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
        <BillTable text={text} />
      )
    }
  </Loaded>
);

const cellsOf = (line: string): string[] => line.split(',').map((cell) => cell.replace(/^`/, ''));

/** Header, lines, then the header and line of the totals: each is cut at its commas, as the format says. */
const BillTable = ({ text }: { readonly text: string }) => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map(cellsOf);
  const totalsAt = lines.findIndex(([first]) => first?.startsWith('总') === true);
  return (
    <>
      <Sheet name="交易" head={lines[0] ?? []} body={lines.slice(1, totalsAt)} />
      <Sheet name="合计" head={lines[totalsAt] ?? []} body={lines.slice(totalsAt + 1)} />
    </>
  );
};

const Sheet = ({
  name,
  head,
  body,
}: {
  readonly name: string;
  readonly head: readonly string[];
  readonly body: readonly (readonly string[])[];
}) => (
  <div className="card flush sheet" role="region" aria-label={name} tabIndex={0}>
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((line, index) => (
          <tr key={index}>
            {line.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
