import type { Explanation } from '../../../engine/query-reader';
import { countOf } from '../sizes';
import { Panel } from './panel';
import { Badge } from './states';

/** More documents looked at than this, for nothing, is a development fault when a function does it. */
const MANY = 1000;

const PLANS = {
  ids: '按编号读',
  index: '用索引',
  union: '几个索引合起来',
  scan: '扫全表',
} satisfies Record<Explanation['plan'], string>;

/** How the engine read: the plan, the index and its bounds, how much it looked at for how much it found. */
export const ExplainCard = ({
  of,
  idle,
  sorted,
}: {
  readonly of: Explanation;
  /** Nothing was looked for. */
  readonly idle: boolean;
  /** An order was asked for. */
  readonly sorted: boolean;
}) => {
  const wasted = of.scanned - of.returned;
  const share = of.scanned === 0 ? 1 : of.returned / of.scanned;
  return (
    <Panel title="怎么读的" note="和函数里的查询走同一个引擎。">
      <div className="card explain">
        <div className="explain-plan">
          {idle ? (
            <Badge mood="plain">照存的次序读</Badge>
          ) : (
            <Badge mood={of.plan === 'scan' ? 'due' : 'good'}>{PLANS[of.plan]}</Badge>
          )}
          {of.indexes.map((index, position) => (
            <span key={`${index} ${String(position)}`}>
              <strong>{index}</strong> <code className="mono">{of.bounds[position]}</code>
            </span>
          ))}
        </div>
        <dl className="explain-figures">
          <Figure name="看了" value={`${countOf(of.scanned)} 条`} />
          <Figure name="给了" value={`${countOf(of.returned)} 条`} />
          <Figure name="排序" value={sorted ? (of.sortedByIndex ? '索引自带' : '内存里排') : '没有要求'} />
          <Figure name="用时" value={`${of.ms.toFixed(1)} ms`} />
        </dl>
        <progress className="explain-share" max={1} value={share} aria-label="看过的里面用上的" />
        {wasted > MANY && (
          <p className="second">
            白看了 {countOf(wasted)} 条：函数里这样查，会记成开发故障。加一个合适的索引。
          </p>
        )}
      </div>
    </Panel>
  );
};

const Figure = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div>
    <dt className="small">{name}</dt>
    <dd>{value}</dd>
  </div>
);
