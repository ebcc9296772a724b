import { createHash, type Hash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * An exported state is a folder:
 *   collections/NAME.ndjson   a document a line in canonical EJSON, in insertion order
 *   indexes.json              the declared indexes of every collection
 *   state.ndjson              `{"key","value"}` a line: clock, storage, identities, WeChat's side with its keys
 *   files/…                   the bytes of the stored files, by the names that the state knows
 *   keys.json                 the functions' field keys
 *   manifest.json             all of these with their sizes, line counts and SHA-256
 * It holds secrets of the local cloud in the clear.
 */
export const MANIFEST = 'manifest.json';
export const INDEXES = 'indexes.json';
export const STATE = 'state.ndjson';
export const KEYS = 'keys.json';
export const FILES = 'files/';
const COLLECTION = /^collections\/([\w-]+)\.ndjson$/;

/** Grows whenever a reader of the older layout would misunderstand. */
export const FORMAT = 1;

/** One file of an exported state. */
export interface Part {
  /** Relative, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
  /** Of a file with a record a line. */
  readonly lines?: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly format: number;
  readonly parts: readonly Part[];
}

/** For the person at the terminal: `3 collections with 120 documents, 2 files`. */
export function summaryOf({ parts }: Manifest): string {
  const collections = parts.filter(({ path }) => collectionOf(path) !== undefined);
  const documents = collections.reduce((sum, { lines = 0 }) => sum + lines, 0);
  const files = parts.filter(({ path }) => path.startsWith(FILES)).length;
  return `${collections.length} collections with ${documents} documents, ${files} files`;
}

export interface StateLine {
  readonly key: string;
  readonly value: unknown;
}

export function collectionPart(name: string): string {
  return `collections/${name}.ndjson`;
}

/** The collection whose documents are in a part, if they are. */
export function collectionOf(path: string): string | undefined {
  return COLLECTION.exec(path)?.[1];
}

const CHUNK_BYTES = 1024 * 1024;

/** Writes one part and tells its place in the manifest. */
export class PartWriter {
  private readonly file: number;
  private readonly hash: Hash = createHash('sha256');
  private waiting: string[] = [];
  private waitingLength = 0;
  private bytes = 0;
  private lines: number | undefined;

  constructor(
    folder: string,
    private readonly path: string,
  ) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    this.file = openSync(target, 'wx', 0o600);
  }

  line(text: string): void {
    this.lines = (this.lines ?? 0) + 1;
    this.waiting.push(text, '\n');
    this.waitingLength += text.length;
    if (this.waitingLength > CHUNK_BYTES) this.flush();
  }

  write(bytes: Buffer): void {
    this.flush();
    this.hash.update(bytes);
    for (let done = 0; done < bytes.length;) done += writeSync(this.file, bytes, done);
    this.bytes += bytes.length;
  }

  /** Ends the part; `ofLines` for a file with a record a line, also when there is none. */
  end(ofLines: boolean): Part {
    this.flush();
    closeSync(this.file);
    const counted = ofLines ? { lines: this.lines ?? 0 } : {};
    return { path: this.path, bytes: this.bytes, ...counted, sha256: this.hash.digest('hex') };
  }

  private flush(): void {
    if (this.waiting.length === 0) return;
    const bytes = Buffer.from(this.waiting.join(''));
    this.waiting = [];
    this.waitingLength = 0;
    this.write(bytes);
  }
}

/** The bytes of a file, a piece at a time; each piece is overwritten by the next. */
function* piecesOf(path: string): Iterable<Buffer> {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK_BYTES);
    for (;;) {
      const read = readSync(file, buffer, 0, buffer.length, null);
      if (read === 0) return;
      yield buffer.subarray(0, read);
    }
  } finally {
    closeSync(file);
  }
}

/** What the manifest says of a file, read from the file itself. */
export function measure(folder: string, path: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const piece of piecesOf(join(folder, path))) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** The lines of a file. Only a line feed ends a line: EJSON may hold every other separator. */
export function* linesOf(folder: string, path: string): Iterable<string> {
  let rest: Buffer = Buffer.alloc(0);
  for (const piece of piecesOf(join(folder, path))) {
    const bytes = Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      yield bytes.toString('utf8', start, end);
      start = end + 1;
    }
    rest = bytes.subarray(start);
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
