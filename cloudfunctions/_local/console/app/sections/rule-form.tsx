import { useState, type FormEvent } from 'react';
import type { Rule } from '../../../faults/fault-rules';
import { FAULTS } from '../fault-words';

const KINDS = Object.keys(FAULTS) as Rule['do'][];
const isKind = (text: string): text is Rule['do'] => KINDS.some((kind) => kind === text);

type Timing = 'nth' | 'chance';

const numberIn = (text: string): number | undefined => {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
};

/** One more rule for the plan. */
export const RuleForm = ({
  seed,
  onAdd,
}: {
  readonly seed: number;
  readonly onAdd: (rule: Rule, seed: number) => Promise<void>;
}) => {
  const [kind, setKind] = useState<Rule['do']>('loseCallback');
  const [of, setOf] = useState('');
  const [timing, setTiming] = useState<Timing>('nth');
  const [count, setCount] = useState('1');
  const [wantedSeed, setWantedSeed] = useState<string>();
  const value = numberIn(count);
  const usable =
    value !== undefined &&
    (timing === 'nth' ? Number.isInteger(value) && value >= 1 : value > 0 && value <= 100);

  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (value === undefined || !usable) return;
    const when = timing === 'nth' ? { nth: value } : { chance: value / 100 };
    const about = of.trim() === '' ? {} : { of: of.trim() };
    await onAdd({ do: kind, ...about, ...when }, numberIn(wantedSeed ?? '') ?? seed);
  };

  return (
    <form className="card stack" aria-label="加一条故障" onSubmit={(event) => void add(event)}>
      <div className="fields two">
        <label className="field">
          <span>出什么故障</span>
          <select value={kind} onChange={({ target }) => isKind(target.value) && setKind(target.value)}>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {FAULTS[each].name}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>对谁</span>
          <input
            className="code"
            value={of}
            placeholder={FAULTS[kind].about}
            spellCheck={false}
            autoCapitalize="off"
            onChange={(event) => setOf(event.target.value)}
          />
        </label>
      </div>
      <div className="fields three">
        <label className="field">
          <span>什么时候</span>
          <select
            value={timing}
            onChange={({ target }) => setTiming(target.value === 'nth' ? 'nth' : 'chance')}
          >
            <option value="nth">第几次</option>
            <option value="chance">按概率</option>
          </select>
        </label>
        <label className="field">
          <span>{timing === 'nth' ? '第几次' : '百分之几'}</span>
          <input inputMode="numeric" value={count} onChange={(event) => setCount(event.target.value)} />
        </label>
        <label className="field">
          <span>种子</span>
          <input
            inputMode="numeric"
            value={wantedSeed ?? String(seed)}
            onChange={(event) => setWantedSeed(event.target.value)}
          />
        </label>
      </div>
      <div className="actions">
        <button type="submit" className="button primary" disabled={!usable}>
          加进计划
        </button>
        <span className="second">“对谁”空着就不限，* 代表任意字。</span>
        {!usable && (
          <span className="second">{timing === 'nth' ? '请填 1 以上的整数。' : '请填 1 到 100 的数。'}</span>
        )}
      </div>
    </form>
  );
};
