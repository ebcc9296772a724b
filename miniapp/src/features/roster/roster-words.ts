import type { RosterView } from 'shared/roster/roster.contracts';
import type { RosterState, SponsorKind } from 'shared/roster/roster.schema';
import { formatYuanShort } from 'shared/money/fen';

type Tone = 'good' | 'due' | 'bad' | 'info' | 'plain';

/** What a roster's state is called, and the shape of its badge. */
export const STATE_WORDS: Readonly<Record<RosterState, { word: string; tone: Tone }>> = {
  checking: { word: '正在核对', tone: 'info' },
  checked: { word: '等您决定', tone: 'due' },
  refused: { word: '已退回', tone: 'plain' },
  accepted: { word: '等出资到账', tone: 'info' },
  funded: { word: '已到账', tone: 'info' },
  issuing: { word: '正在出单', tone: 'info' },
  paused: { word: '出单暂停', tone: 'due' },
  issued: { word: '已出单', tone: 'good' },
};

/** Who pays. */
export const SPONSOR_WORDS: Readonly<Record<SponsorKind, string>> = {
  government: '政府',
  employer: '用人单位',
  donor: '捐赠单位',
};

/** 12345 → 12,345. */
export const countWords = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** What became of a roster, in one line of the list. */
export const rosterNote = ({ state, planName, counts, rowsTotal, dueFen }: RosterView): string => {
  if (state === 'checking') return `${planName} · 共 ${countWords(rowsTotal)} 行`;
  const good = `${countWords(counts.goodHouseholds)} 户可参保`;
  return state === 'checked' || state === 'refused'
    ? `${planName} · ${good}，${countWords(counts.faults)} 处问题`
    : `${planName} · ${good}，出资 ${formatYuanShort(dueFen)} 元`;
};
