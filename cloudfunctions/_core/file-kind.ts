/** What a file is by its content, whatever its name says: the kinds that families send, and those that people rename. */
export type FileKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'heic'
  | 'avif'
  | 'gif'
  /** BMP, TIFF, SVG, icons, drawings of programs. */
  | 'otherPicture'
  | 'pdf'
  /** Of an office program. */
  | 'document'
  | 'archive'
  /** Also an app's package and a script. */
  | 'program'
  | 'video'
  | 'mp3'
  | 'aac'
  | 'm4a'
  | 'wav'
  | 'otherAudio'
  /** Also a web page. */
  | 'text'
  | 'empty'
  | 'unknown';

/** How a file begins, in hex; a dot stands for any digit. The first that fits counts. */
const BEGINNINGS: readonly (readonly [pattern: string, kind: FileKind])[] = [
  ['ffd8ff', 'jpeg'],
  ['89504e470d0a1a0a', 'png'],
  ['52494646........57454250', 'webp'],
  ['52494646........57415645', 'wav'],
  ['52494646', 'video'],
  ['47494638', 'gif'],
  ['49492a00', 'otherPicture'],
  ['4d4d002a', 'otherPicture'],
  ['424d........00000000', 'otherPicture'],
  ['00000100', 'otherPicture'],
  ['38425053', 'otherPicture'],
  ['ff0a', 'otherPicture'],
  ['0000000c4a584c20', 'otherPicture'],
  ['0000000c6a502020', 'otherPicture'],
  ['25504446', 'pdf'],
  ['d0cf11e0a1b11ae1', 'document'],
  ['7b5c727466', 'document'],
  ['52617221', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
  ['4d5a', 'program'],
  ['7f454c46', 'program'],
  ['cafebabe', 'program'],
  ['feedface', 'program'],
  ['feedfacf', 'program'],
  ['cefaedfe', 'program'],
  ['cffaedfe', 'program'],
  ['6465780a', 'program'],
  ['0061736d', 'program'],
  ['1a45dfa3', 'video'],
  ['000001ba', 'video'],
  ['000001b3', 'video'],
  ['464c56', 'video'],
  ['2e524d46', 'video'],
  ['3026b275', 'video'],
  ['494433', 'mp3'],
  ['fff1', 'aac'],
  ['fff9', 'aac'],
  ['fff.', 'mp3'],
  ['ffe.', 'mp3'],
  ['2321414d52', 'otherAudio'],
  ['4f676753', 'otherAudio'],
  ['664c6143', 'otherAudio'],
];
const PATTERNS = BEGINNINGS.map(([pattern, kind]) => ({ begins: new RegExp(`^${pattern}`), kind }));

/** Names inside a zip that tell what its program made of it. */
const ZIP_CONTENTS: readonly (readonly [name: string, kind: FileKind])[] = [
  ['AndroidManifest.xml', 'program'],
  ['META-INF/MANIFEST.MF', 'program'],
  ['[Content_Types].xml', 'document'],
  ['mimetypeapplication/', 'document'],
];

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** A container of boxes, told by the brands in its first one. Source: ISO/IEC 14496-12, `ftyp`. */
const boxedKind = (bytes: Buffer): FileKind => {
  const end = Math.min(Math.max(bytes.readUInt32BE(0), 12), 256, bytes.length);
  const brands = bytes.toString('latin1', 8, end);
  if (/avi[fs]/.test(brands)) return 'avif';
  const major = brands.slice(0, 4);
  if (HEIC_BRANDS.includes(major)) return 'heic';
  return /^M4[AB] /.test(major) ? 'm4a' : 'video';
};

const SCRIPT = /^\s*(#!|<\?php|<script|@echo|javascript:|<%)/i;
const DRAWING = /^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg[^>]*>\s*)?<svg/is;
/** So much is looked at to tell text from anything else. */
const SAMPLE_BYTES = 4096;

const textKind = (bytes: Buffer): FileKind => {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (sample.includes(0)) return 'unknown';
  const text = sample.toString('utf8');
  if (SCRIPT.test(text)) return 'program';
  if (DRAWING.test(text)) return 'otherPicture';
  // A character cut by the sample's end may be unreadable; many are no text.
  return text.split('\ufffd').length > 3 ? 'unknown' : 'text';
};

/** What a file is, by its bytes. */
export const fileKindOf = (bytes: Buffer): FileKind => {
  if (bytes.length === 0) return 'empty';
  const head = bytes.toString('hex', 0, 16);
  if (head.startsWith('504b0304') || head.startsWith('504b0506')) {
    return ZIP_CONTENTS.find(([name]) => bytes.includes(name))?.[1] ?? 'archive';
  }
  if (bytes.length >= 12 && bytes.toString('latin1', 4, 8) === 'ftyp') return boxedKind(bytes);
  const known = PATTERNS.find(({ begins }) => begins.test(head));
  if (known) return known.kind;
  // Readers of PDF accept some bytes before it.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf';
  return textKind(bytes);
};
