import { SaxesParser } from 'saxes';
import { UnreadableSpreadsheet } from '../../_core/ports/spreadsheet';

/** What a reader of XML wants to hear; names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** So many characters without one tag are no cell that people wrote. */
const MAX_SILENT_CHARACTERS = 1_000_000;

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Parses XML as it arrives, and hands on after each part what the listener has to give. A document type is
 * refused: it could only define entities. Throws UnreadableSpreadsheet.
 */
export async function* parseXml<T>(
  bytes: AsyncIterable<Buffer>,
  listener: XmlListener,
  take: () => T,
): AsyncGenerator<T> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let silent = 0;
  parser.on('doctype', () => {
    throw new UnreadableSpreadsheet('bomb');
  });
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0;
    listener.open(local(name), attributes);
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => {
    silent = 0;
    listener.close?.(local(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const part of bytes) {
      const text = decoder.decode(part, { stream: true });
      silent += text.length;
      if (silent > MAX_SILENT_CHARACTERS) throw new UnreadableSpreadsheet('bomb');
      parser.write(text);
      yield take();
    }
    parser.close();
  } catch (thrown) {
    throw thrown instanceof UnreadableSpreadsheet
      ? thrown
      : new UnreadableSpreadsheet('damaged', { cause: thrown });
  }
  yield take();
}

/** Parses a whole part of which little is kept. */
export const heardFrom = async <L extends XmlListener>(
  bytes: AsyncIterable<Buffer> | undefined,
  listener: L,
): Promise<L> => {
  if (!bytes) return listener;
  const parts = parseXml(bytes, listener, () => undefined);
  while (!(await parts.next()).done);
  return listener;
};
