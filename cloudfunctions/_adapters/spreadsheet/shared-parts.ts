import { UnreadableSpreadsheet } from '../../_core/ports/spreadsheet';
import type { XmlListener } from './xml-events';

/** Most texts, and characters in all, that a workbook keeps beside its sheets; they are held while it is read. */
const MAX_STRINGS = 1_500_000;
const MAX_CHARACTERS = 40_000_000;

/** `_x000D_` stands for the character with that number. Source: ECMA-376 part 1, 22.4.2.4 (ST_Xstring). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** Hears the texts that cells refer to by number; readings of characters (`rPh`) are none of them. */
export const sharedStrings = (): XmlListener & { readonly texts: readonly string[] } => {
  const texts: string[] = [];
  let said = '';
  let characters = 0;
  let isText = false;
  let isReading = false;
  return {
    texts,
    open: (name) => {
      if (name === 'si') said = '';
      else if (name === 'rPh') isReading = true;
      else if (name === 't') isText = !isReading;
    },
    text: (text) => {
      if (!isText) return;
      said += text;
      characters += text.length;
      if (characters > MAX_CHARACTERS) throw new UnreadableSpreadsheet('bomb');
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'si') {
        texts.push(unescaped(said));
        if (texts.length > MAX_STRINGS) throw new UnreadableSpreadsheet('bomb');
      }
    },
  };
};

/** Formats that show a number as a date or a time, without being defined in the file. Source: ECMA-376 18.8.30. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows dates: letters of dates outside quotation marks, brackets and escapes. */
const showsDates = (format: string): boolean =>
  /[ymdhs年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').replace(/general/i, ''));

/** Hears which cell styles show a number as a date. */
export const dateStyles = (): XmlListener & { readonly isDate: (style: string | undefined) => boolean } => {
  const dateFormats = new Set<number>();
  const styles: boolean[] = [];
  let isCellFormats = false;
  return {
    isDate: (style) => style !== undefined && styles[Number(style)] === true,
    open: (name, attributes) => {
      const id = Number(attributes['numFmtId']);
      if (name === 'numFmt' && showsDates(attributes['formatCode'] ?? '')) dateFormats.add(id);
      else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) styles.push(isBuiltInDate(id) || dateFormats.has(id));
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false;
    },
  };
};
