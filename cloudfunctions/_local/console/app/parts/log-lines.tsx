import type { LogLine } from '../../../functions/function-log';
import type { LogsView } from '../../wire';
import { momentOf } from '../china-time';
import { Loaded, useLive } from '../live';
import { durationOf } from '../sizes';
import { Badge, Empty } from './states';

/** What the runtime of our functions writes for each operation. */
interface OperationLine {
  readonly requestId: string;
  readonly operation: string;
  readonly code: string;
  readonly milliseconds: number;
  readonly counts?: object;
  readonly fault?: string;
}

const operationIn = (text: string): OperationLine | undefined => {
  if (!text.startsWith('{')) return undefined;
  try {
    const line = JSON.parse(text) as Partial<OperationLine>;
    const isOne =
      typeof line.operation === 'string' &&
      typeof line.code === 'string' &&
      typeof line.milliseconds === 'number';
    return isOne ? (line as OperationLine) : undefined;
  } catch {
    return undefined;
  }
};

/** Lines of the log, newest first. */
export const LogLines = ({
  source,
  text,
  empty,
}: {
  readonly source: string;
  readonly text: string;
  readonly empty: string;
}) => {
  const query = new URLSearchParams({ source, text }).toString();
  return (
    <Loaded of={useLive<LogsView>(`/_local/console/logs?${query}`)}>
      {({ lines }) =>
        lines.length === 0 ? (
          <Empty icon="paper" title="没有日志" note={empty} />
        ) : (
          <ol className="card flush rows log">
            {lines.map((line, index) => (
              <LogRow key={`${String(line.at)} ${String(lines.length - index)}`} line={line} />
            ))}
          </ol>
        )
      }
    </Loaded>
  );
};

const LogRow = ({ line }: { readonly line: LogLine }) => {
  const operation = operationIn(line.text);
  return (
    <li className="row">
      <span className="words">
        <span className="small">
          {momentOf(line.at)} · {line.source}
        </span>
        <br />
        {operation === undefined ? (
          <code className="mono">{line.text}</code>
        ) : (
          <>
            <strong>{operation.operation}</strong>{' '}
            <span className="second">{durationOf(operation.milliseconds)}</span>
            {operation.counts !== undefined && (
              <>
                <br />
                <code className="mono">{JSON.stringify(operation.counts)}</code>
              </>
            )}
            {operation.fault !== undefined && <pre className="code-block">{operation.fault}</pre>}
          </>
        )}
      </span>
      {operation !== undefined && (
        <Badge mood={operation.code === 'OK' ? 'good' : operation.fault === undefined ? 'due' : 'bad'}>
          {operation.code}
        </Badge>
      )}
    </li>
  );
};
