import type { ReactNode } from 'react';
import type { Transfer } from '../../../wechat/pay/transfers/transfers';
import { momentOf } from '../china-time';
import { Loaded, useLive } from '../live';
import { Amount, Entry, NONE, mono, newestFirst } from '../parts/entry';
import { Facts, Panel } from '../parts/panel';
import { nameIn, usePeople, type Person } from '../parts/person';
import { Badge, Empty } from '../parts/states';
import { countOf } from '../sizes';
import type { WechatFunds, WechatTransfers } from '../wechat-doors';

const STATES = {
  ACCEPTED: <Badge mood="due">已受理</Badge>,
  PROCESSING: <Badge mood="due">处理中</Badge>,
  WAIT_USER_CONFIRM: <Badge mood="due">等收款人确认</Badge>,
  TRANSFERING: <Badge mood="due">转账中</Badge>,
  CANCELING: <Badge mood="due">撤销中</Badge>,
  SUCCESS: <Badge mood="good">已到账</Badge>,
  FAIL: <Badge mood="bad">失败</Badge>,
  CANCELLED: <Badge mood="plain">已撤销</Badge>,
} satisfies Record<Transfer['state'], ReactNode>;

const REASONS = {
  OVERDUE_CLOSE: '24 小时没有确认',
  MCH_CANCEL: '商户撤销了',
  NAME_NOT_CORRECT: '姓名对不上',
  REAL_NAME_CHECK_FAIL: '收款人没有实名',
} satisfies Record<NonNullable<Transfer['failReason']>, string>;

/** Transfers to people, and the money they are paid from. */
export const Transfers = () => {
  const people = usePeople();
  return (
    <>
      <Panel title="商户的钱" note="转账从运营账户出，收款进基本账户。">
        <Loaded of={useLive<WechatFunds>('/_local/wechat/funds')}>
          {({ basic, operation }) => (
            <ul className="tiles funds">
              <li className="tile">
                <span className="second">运营账户</span>
                <span className="figure">
                  <Amount fen={operation} />
                </span>
              </li>
              <li className="tile">
                <span className="second">基本账户</span>
                <span className="figure">
                  <Amount fen={basic} />
                </span>
              </li>
            </ul>
          )}
        </Loaded>
      </Panel>
      <Loaded of={useLive<WechatTransfers>('/_local/wechat/transfers')}>
        {({ transfers }) => (
          <Panel title="商家转账" note={`${countOf(transfers.length)} 笔，场景 1004 保险理赔。`}>
            {transfers.length === 0 ? (
              <Empty icon="wechat" title="还没有转账" note="赔款转到微信零钱时，会从这里走。" />
            ) : (
              <ul className="card flush rows">
                {newestFirst(transfers).map((transfer) => (
                  <OneTransfer key={transfer.outBillNo} transfer={transfer} people={people} />
                ))}
              </ul>
            )}
          </Panel>
        )}
      </Loaded>
    </>
  );
};

const OneTransfer = ({
  transfer,
  people,
}: {
  readonly transfer: Transfer;
  readonly people: readonly Person[];
}) => (
  <Entry
    title={transfer.remark}
    note={`${nameIn(people, transfer.openid)} · ${momentOf(transfer.createdAt)}`}
    amount={<Amount fen={transfer.amountFen} />}
    badge={STATES[transfer.state]}
  >
    <Facts
      of={[
        ['商户单号', mono(transfer.outBillNo)],
        ['微信单号', mono(transfer.transferBillNo)],
        ['收款人', mono(transfer.openid)],
        ['变动时间', momentOf(transfer.updatedAt)],
        ['失败原因', transfer.failReason === undefined ? NONE : REASONS[transfer.failReason]],
        ...transfer.reportInfos.map(({ info_type: name, info_content: content }) => [name, content] as const),
      ]}
    />
  </Entry>
);
