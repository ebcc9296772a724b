import type { ReportedFault } from '../../wire';
import { momentOf } from '../china-time';
import { Badge, Empty } from './states';

const KINDS = {
  scan: '没用上索引',
  'outside-transaction': '不在事务里',
  'left-running': '回答后还在干活',
} satisfies Record<ReportedFault['kind'], string>;

/** What the cloud would have let pass silently, newest first. */
export const FaultList = ({ faults }: { readonly faults: readonly ReportedFault[] }) => {
  if (faults.length === 0) {
    return (
      <Empty
        icon="done"
        title="没有开发故障"
        note="函数要是扫描过多、绕过事务，或者回答之后还在干活，会写在这里。"
      />
    );
  }
  return (
    <ul className="card flush rows">
      {faults.map(({ at, kind, message }, index) => (
        <li key={faults.length - index} className="row">
          <span className="words">
            <span className="second">{message}</span>
            <br />
            <span className="small">{momentOf(at)}</span>
          </span>
          <Badge mood="due">{KINDS[kind]}</Badge>
        </li>
      ))}
    </ul>
  );
};
