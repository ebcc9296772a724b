import {
  addTallies,
  contributionsOf,
  EMPTY_TALLY,
  figureId,
  type Figure,
  type FigureEvent,
} from '../../../shared/report/figures';
import type { WriteStores } from '../../_stores/stores';
import type { Workshop } from '../../_core/operation';

/** Operations that a transaction may have; each event and each figure is read and written. Source: platform "Cloud functions". */
const MOST_RECORDS = 100 / 2;
/** Batches of one run; the timer comes again. */
const MOST_BATCHES = 40;

/** The first events that one transaction holds: many of one village and month, few of many villages. */
const batchOf = (events: readonly FigureEvent[]): FigureEvent[] => {
  const figures = new Set<string>();
  return events.filter((event, position) => {
    for (const { regionCode, month } of contributionsOf(event)) figures.add(figureId(regionCode, month));
    return position + 1 + figures.size <= MOST_RECORDS;
  });
};

/** Adds a batch to the figures. An event that another run has folded meanwhile is left out. */
const foldBatch = async (tx: WriteStores, ids: readonly string[]): Promise<number> => {
  const figures = new Map<string, Figure>();
  const events: FigureEvent[] = [];
  for (const id of ids) {
    const event = await tx.figureEvents.get(id);
    if (event && !event.folded) events.push(event);
  }
  for (const part of events.flatMap(contributionsOf)) {
    const id = figureId(part.regionCode, part.month);
    const figure = figures.get(id) ?? (await tx.figures.get(id));
    figures.set(id, {
      id,
      regionCode: part.regionCode,
      month: part.month,
      tally: addTallies(figure?.tally ?? EMPTY_TALLY, part.tally),
    });
  }
  for (const figure of figures.values()) await tx.figures.put(figure);
  for (const event of events) await tx.figureEvents.put({ ...event, folded: true });
  return events.length;
};

/**
 * Folds policy and claim events into the figures of their village, township, county, city and province.
 * Guarantees: each event counts exactly once at every level, however often and however many at once this runs: the
 * event's mark and the figures are written in one transaction.
 * Reads and writes: figure events, figures. Source: domain R33.
 */
export const foldFigures = async (workshop: Workshop): Promise<{ folded: number }> => {
  let folded = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch += 1) {
    const events = await workshop.read.figureEvents.find({
      where: { folded: false },
      orderBy: [['at', 'asc']],
      limit: MOST_RECORDS,
    });
    if (events.length === 0) break;
    folded += await workshop.write((tx) =>
      foldBatch(
        tx,
        batchOf(events).map((event) => event.id),
      ),
    );
  }
  return { folded };
};
