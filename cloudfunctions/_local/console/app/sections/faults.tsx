import { useState } from 'react';
import type { FaultPlan } from '../../../faults/fault-plan';
import type { Rule } from '../../../faults/fault-rules';
import type { Overview } from '../../wire';
import { timeOf } from '../china-time';
import { ask } from '../doors';
import { FAULTS, spokenRule } from '../fault-words';
import { Loaded, useLive, useRefresh } from '../live';
import { FaultList } from '../parts/fault-list';
import { Panel } from '../parts/panel';
import { Badge, Empty, Notice } from '../parts/states';
import { countOf } from '../sizes';
import { RuleForm } from './rule-form';

const DOOR = '/_local/faults';

/** `GET /_local/faults` */
type Plan = ReturnType<FaultPlan['view']>;

/** What is made to go wrong on purpose, and what developers should know. */
export const Faults = () => {
  const plan = useLive<Plan>(DOOR);
  const overview = useLive<Overview>('/_local/console/overview');
  return (
    <>
      <div className="grid halves">
        <Loaded of={plan}>{(data) => <PlanPanel plan={data} />}</Loaded>
        <Loaded of={plan}>{({ firings }) => <Firings of={firings} />}</Loaded>
      </div>
      <Panel title="开发故障" note="上了云不会有人说，这里会说。">
        <Loaded of={overview}>{({ developmentFaults }) => <FaultList faults={developmentFaults} />}</Loaded>
      </Panel>
    </>
  );
};

const withoutCount = ({ fired: _fired, ...rule }: Plan['rules'][number]): Rule => rule;

const PlanPanel = ({ plan }: { readonly plan: Plan }) => {
  const refresh = useRefresh();
  const [refused, setRefused] = useState<string>();
  const rules = plan.rules.map(withoutCount);

  const send = async (request: Parameters<typeof ask>[1]): Promise<void> => {
    try {
      await ask(DOOR, request);
      setRefused(undefined);
    } catch (error) {
      setRefused(error instanceof Error ? error.message : String(error));
    }
    await refresh();
  };
  const put = (next: readonly Rule[], seed: number): Promise<void> =>
    send({ method: 'POST', body: { seed, rules: next } });

  return (
    <Panel
      title="故障计划"
      note="一改计划，计数就从头开始；本地云一停，计划就没了。"
      action={
        rules.length > 0 && (
          <button type="button" className="button" onClick={() => void send({ method: 'DELETE' })}>
            全部清除
          </button>
        )
      }
    >
      {rules.length === 0 ? (
        <Empty icon="done" title="没有安排故障" note="在下面加一条，看看产品经不经得住。" />
      ) : (
        <ol className="card flush rows">
          {plan.rules.map((rule, index) => (
            <li key={index} className="row">
              <span className="words">
                <strong>{FAULTS[rule.do].name}</strong>
                <br />
                <span className="small">{spokenRule(rule)}</span>
              </span>
              <Badge mood={rule.fired > 0 ? 'due' : 'plain'}>
                {rule.fired > 0 ? `发生 ${countOf(rule.fired)} 次` : '还没发生'}
              </Badge>
              <button
                type="button"
                className="button quiet"
                aria-label={`去掉第 ${String(index + 1)} 条：${FAULTS[rule.do].name}`}
                onClick={() =>
                  void put(
                    rules.filter((_, other) => other !== index),
                    plan.seed,
                  )
                }
              >
                去掉
              </button>
            </li>
          ))}
        </ol>
      )}
      {refused !== undefined && <Notice mood="bad">{refused}</Notice>}
      <RuleForm seed={plan.seed} onAdd={(rule, seed) => put([...rules, rule], seed)} />
    </Panel>
  );
};

const Firings = ({ of }: { readonly of: Plan['firings'] }) => (
  <Panel title="发生过的" note="同一个种子、同样的操作，发生的一样。">
    {of.length === 0 ? (
      <Empty icon="clock" title="还没有发生" note="计划里的故障碰上了，会记在这里。" />
    ) : (
      <ul className="card flush rows">
        {[...of].reverse().map((firing, index) => (
          <li key={of.length - index} className="row">
            <span className="words">
              {FAULTS[firing.do].name}
              <br />
              <span className="mono second-line">{firing.name}</span>
            </span>
            <span className="end">
              第 {countOf(firing.nth)} 次
              <br />
              <span className="small">{timeOf(firing.at)}</span>
            </span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
