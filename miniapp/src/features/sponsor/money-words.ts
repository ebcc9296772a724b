import { formatYuan } from 'shared/money/fen';
import type { SponsoredRosterView } from 'shared/sponsor/transfer.contracts';

type State = SponsoredRosterView['state'];

interface StateWords {
  word: string;
  tone: 'good' | 'due' | 'info' | 'plain';
  /** What comes next, or what is going on. */
  next: string;
}

const WAITS: StateWords = { word: '等到账', tone: 'due', next: '单位的钱到账后，按银行流水登记。' };
const RECORDED: StateWords = { word: '待确认', tone: 'due', next: '请另一位同事对照银行流水确认。' };

const WORDS: Readonly<Partial<Record<State, StateWords>>> = {
  funded: { word: '钱到齐了', tone: 'info', next: '可以开始出单。每分钟办一批，中途可以停。' },
  issuing: { word: '出单中', tone: 'info', next: '正在一批一批地办，可以随时停下。' },
  paused: { word: '停下了', tone: 'due', next: '办好的不受影响，继续后从停下的地方往下办。' },
  issued: { word: '办完了', tone: 'good', next: '每户都有结果了。' },
};

/** How a roster's money and policies stand, in words. */
export const stateWords = ({ state, transfer }: SponsoredRosterView): StateWords =>
  WORDS[state] ?? (transfer === null ? WAITS : RECORDED);

/** By how much a transfer is more or less than what is due; undefined when it is exactly that. */
export const differenceWords = (amountFen: number, dueFen: number): string | undefined => {
  if (amountFen === dueFen) return undefined;
  const apart = `${formatYuan(Math.abs(amountFen - dueFen))} 元`;
  return amountFen > dueFen ? `比名单多 ${apart}，多的算单位的余款。` : `比名单少 ${apart}，不能登记。`;
};
