/** File storage as the operations see it. File ids are those of CloudBase (`cloud://…`). */
export interface FilePort {
  /** The bytes of a file; undefined when there is none. */
  read(fileId: string): Promise<Buffer | undefined>;
  /** The bytes of a file as they arrive, for what is not to be held in memory; undefined when there is none. */
  stream(fileId: string): Promise<AsyncIterable<Uint8Array> | undefined>;
  /** Stores bytes under a path and answers the file id; the same path again replaces. */
  write(path: string, bytes: Buffer): Promise<string>;
  /** Short-lived addresses, in the order of the ids. */
  temporaryUrls(fileIds: readonly string[]): Promise<string[]>;
  remove(fileIds: readonly string[]): Promise<void>;
}
