import { useState } from 'react';
import { normaliseIdNumber, readIdNumber } from 'shared/identity/id-number';
import { textOf } from 'shared/errors/catalogue';
import type { Strokes } from 'shared/order/order.schema';
import { isWrittenName } from 'shared/order/written-name';
import { findGift, openGift, type GiftView } from 'shared/sponsor/gift.contracts';
import { useCommand } from '@/lib/query/use-command';
import { useRequest } from '@/lib/query/use-request';

const emptyEntry = { name: '', idNumber: '', phone: '' };
type Entry = typeof emptyEntry;

/** Finding a gift by its head, then signing for it. */
export const useGift = (onOpened: (policyId: string) => Promise<void>) => {
  const [entry, setEntry] = useState(emptyEntry);
  const [gifts, setGifts] = useState<readonly GiftView[]>();
  const [strokes, setStrokes] = useState<Strokes>([]);
  const [missing, setMissing] = useState<{ idNumber?: string; signature?: string }>({});
  const search = useRequest(findGift);
  const open = useCommand(openGift);
  const head = { name: entry.name.trim(), idNumber: normaliseIdNumber(entry.idNumber) };

  return {
    entry,
    gifts,
    strokes,
    missing,
    /** Of the step that is shown. */
    error: gifts === undefined ? search.error : open.error,
    type: (change: Partial<Entry>) => {
      setEntry((before) => ({ ...before, ...change }));
      setMissing({});
    },
    sign: (written: Strokes) => {
      setStrokes(written);
      setMissing({});
    },
    /** Another name or number. */
    back: () => {
      setGifts(undefined);
      setStrokes([]);
    },
    find: async () => {
      if (readIdNumber(head.idNumber) === undefined) {
        setMissing({ idNumber: textOf('ID_NUMBER_WRONG') });
        return;
      }
      const found = await search.run(head);
      if (found.ok) setGifts(found.data.gifts);
    },
    take: async () => {
      if (!isWrittenName(strokes)) {
        setMissing({ signature: strokes.length === 0 ? '请在上面写下全名。' : '签名太短了，请写全名。' });
        return;
      }
      const opened = await open.run({ ...head, phone: entry.phone, strokes });
      if (opened.ok) await onOpened(opened.data.policyIds[0] ?? '');
    },
  };
};

export type GiftSteps = ReturnType<typeof useGift>;
