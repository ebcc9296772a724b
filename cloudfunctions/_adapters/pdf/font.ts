import { readFileSync } from 'node:fs';
import { create, type Font } from 'fontkit';

/** The font of everything printed, and a way to write what it cannot. */
export interface PrintFont {
  readonly bytes: Buffer;
  /** The text with 〓 for characters that the font lacks; each is noted. */
  written(text: string): string;
  /** Characters that could not be written so far, each once. */
  readonly missing: ReadonlySet<string>;
}

/** A place for a character that cannot be printed. Source: JIS X 4051, 〓 (geta mark, U+3013). */
const PLACEHOLDER = '〓';

let opened: { readonly bytes: Buffer; readonly font: Font } | undefined;

/** The build puts the file beside the bundle. It holds all of 通用规范汉字表, 30,000 characters together. */
const open = () => {
  if (opened) return opened;
  const file = (require as unknown as NodeJS.Require).resolve(
    '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  );
  const bytes = readFileSync(file);
  const font = create(bytes);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('the font file holds a collection');
  opened = { bytes, font };
  return opened;
};

/** Noto Sans SC, whose used glyphs alone end up in a PDF. */
export const printFont = (): PrintFont => {
  const { bytes, font } = open();
  const missing = new Set<string>();
  const inkFor = (character: string): string => {
    const isThere = /\s/.test(character) || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
    if (isThere) return character;
    missing.add(character);
    return PLACEHOLDER;
  };
  return { bytes, missing, written: (text) => Array.from(text, inkFor).join('') };
};
