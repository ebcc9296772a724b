import type { EpochMs } from '../time/china-day';
import type { AskedPaper, Claim } from './claim.schema';
import type { PaperKey } from './paper-key';
import { paperOf } from './papers';

/** What a handler finds missing: standard papers, and others by their names. */
interface Missing {
  readonly papers: readonly PaperKey[];
  readonly others: readonly string[];
}

/** One list of what is asked for: standard papers as this claim calls them, then the others; each name once. */
export const askedPapers = (
  { kind, cause }: Pick<Claim, 'kind' | 'cause'>,
  { papers, others }: Missing,
): AskedPaper[] => {
  const standard = [...new Set(papers)].map((paper) => ({
    paper,
    called: paperOf(paper, kind, cause).name,
    photos: [],
  }));
  const names = [...new Set(others)].filter((name) => standard.every(({ called }) => called !== name));
  return [...standard, ...names.map((called) => ({ paper: null, called, photos: [] }))];
};

/** Everything that the desk asked for in the notice it still waits on, what has come of it included. Source: domain R17. */
export const openPapers = ({ notices }: Pick<Claim, 'notices'>): readonly AskedPaper[] => {
  const last = notices[notices.length - 1];
  return last?.answeredAt === null ? last.papers : [];
};

/** The names of asked papers of which no photo has come. */
export const namesMissing = (papers: readonly Pick<AskedPaper, 'called' | 'photos'>[]): string[] =>
  papers.filter(({ photos }) => photos.length === 0).map(({ called }) => called);

/** A photo that came, and for which of the asked papers; null, or a place that is not there: for none of them. */
interface Arrived {
  readonly sha256: string;
  readonly place: number | null;
}

/** The notices with photos at the places that they are meant for. */
export const noticesWith = (
  { notices }: Pick<Claim, 'notices'>,
  arrived: readonly Arrived[],
): Claim['notices'] =>
  notices.map((notice) =>
    notice.answeredAt !== null
      ? notice
      : {
          ...notice,
          papers: notice.papers.map((asked, place) => {
            const more = arrived.filter((photo) => photo.place === place).map(({ sha256 }) => sha256);
            return { ...asked, photos: [...new Set([...asked.photos, ...more])] };
          }),
        },
  );

/** Once the papers are there the clock goes on: the open notice is answered and the open pause ends. Source: domain R17. */
export const papersCame = (
  { notices, pauses }: Pick<Claim, 'notices' | 'pauses'>,
  at: EpochMs,
): Pick<Claim, 'notices' | 'pauses'> => ({
  notices: notices.map((notice) => (notice.answeredAt === null ? { ...notice, answeredAt: at } : notice)),
  pauses: pauses.map((pause) => (pause.until === null ? { ...pause, until: at } : pause)),
});
