import path from 'node:path';
import { UnreadableSpreadsheet, type Sheet, type SheetRow } from '../../_core/ports/spreadsheet';
import { refuseOtherZip } from './other-programs';
import { dateStyles, sharedStrings } from './shared-parts';
import { sheetRows, type SharedParts } from './sheet-rows';
import { heardFrom, parseXml, type XmlListener } from './xml-events';
import { openArchive, type ZipArchive } from './zip-archive';

/** Sheets that are looked at. */
const MAX_SHEETS = 20;
const WORKBOOK = 'xl/workbook.xml';
const TYPES = '[Content_Types].xml';
/** Parts that hold programs, whatever case their names are written in. Source: MS-OFFMACRO2 2.2.1, ECMA-376 part 2, 6.2.2. */
const MACRO_PART = /(^|\/)vbaproject\.bin$|^xl\/macrosheets\//i;
/** Types of workbooks that may hold programs, and of the programs. */
const MACRO_TYPE = /macroEnabled|vbaProject|macrosheet/i;

interface NamedPart {
  readonly name: string;
  readonly relation: string;
}

/** Sheets that a person sees, in order. Source: ECMA-376 part 1, 18.2.19. */
const shownSheets = (): XmlListener & { readonly sheets: readonly NamedPart[] } => {
  const sheets: NamedPart[] = [];
  return {
    sheets,
    open: (name, attributes) => {
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (relation !== undefined) sheets.push({ name: attributes['name'] ?? '', relation });
    },
  };
};

/**
 * Whether a part that is there is said to be a program, or the workbook to be one with programs. Types may be told for
 * extensions that no part has: common writers list all that they know. Source: ECMA-376 part 2, 6.2.3.2.
 */
const macroTypes = (names: readonly string[]): XmlListener & { readonly found: () => boolean } => {
  const parts = names.map((name) => name.toLowerCase());
  let isFound = false;
  return {
    found: () => isFound,
    open: (_name, { ContentType: type = '', PartName: part = '', Extension: extension = '' }) => {
      if (!MACRO_TYPE.test(type)) return;
      const ending = (part === '' ? `.${extension}` : part.replace(/^\//, '')).toLowerCase();
      if (parts.some((name) => name === ending || (part === '' && name.endsWith(ending)))) isFound = true;
    },
  };
};

/** Where parts lie, by relation. */
const relations = (): XmlListener & { readonly targets: ReadonlyMap<string, string> } => {
  const targets = new Map<string, string>();
  return {
    targets,
    open: (name, { Id: id = '', Target: target = '' }) => {
      if (name === 'Relationship')
        targets.set(id, target.startsWith('/') ? target.slice(1) : path.posix.join('xl', target));
    },
  };
};

/** What all sheets share is read when the first sheet is, and kept. */
const sharedPartsOf = (archive: ZipArchive): (() => Promise<SharedParts>) => {
  let parts: Promise<SharedParts> | undefined;
  const read = async (): Promise<SharedParts> => {
    const { isDate } = await heardFrom(archive.read('xl/styles.xml'), dateStyles());
    const { texts } = await heardFrom(archive.read('xl/sharedStrings.xml'), sharedStrings());
    return { texts, isDate };
  };
  return () => (parts ??= read());
};

const sheetOf = (
  name: string,
  bytes: () => AsyncIterable<Buffer> | undefined,
  shared: () => Promise<SharedParts>,
): Sheet => ({
  name,
  rows: async function* (): AsyncGenerator<readonly SheetRow[]> {
    const part = bytes();
    if (!part) throw new UnreadableSpreadsheet('damaged');
    const heard = sheetRows(await shared());
    for await (const rows of parseXml(part, heard, heard.take)) if (rows.length > 0) yield rows;
  },
});

/** Opens an .xlsx; only its directory and the list of sheets are read now. Throws UnreadableSpreadsheet. */
export const openWorkbook = async (
  file: string,
): Promise<{ readonly sheets: readonly Sheet[]; readonly close: () => void }> => {
  const archive = await openArchive(file);
  try {
    if (archive.names.some((name) => MACRO_PART.test(name))) throw new UnreadableSpreadsheet('macro');
    if (!archive.has(WORKBOOK)) await refuseOtherZip(archive);
    const types = await heardFrom(archive.read(TYPES), macroTypes(archive.names));
    if (types.found()) throw new UnreadableSpreadsheet('macro');
    const { sheets } = await heardFrom(archive.read(WORKBOOK), shownSheets());
    const { targets } = await heardFrom(archive.read('xl/_rels/workbook.xml.rels'), relations());
    const shared = sharedPartsOf(archive);
    return {
      sheets: sheets
        .slice(0, MAX_SHEETS)
        .map(({ name, relation }) => sheetOf(name, () => archive.read(targets.get(relation) ?? ''), shared)),
      close: archive.close,
    };
  } catch (thrown) {
    archive.close();
    throw thrown;
  }
};
