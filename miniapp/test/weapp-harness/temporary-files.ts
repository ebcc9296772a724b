/** Files of the phone that only the phone can see, under names as WeChat gives them. */
export class TemporaryFiles {
  private readonly files = new Map<string, Uint8Array>();

  /** Keeps a file and answers its temporary path. */
  keep(bytes: Uint8Array, name: string): string {
    const path = `wxfile://tmp_${this.files.size + 1}_${name}`;
    this.files.set(path, bytes);
    return path;
  }

  /** Throws when there is no such file. */
  read(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`file doesn't exist: ${path}`);
    return bytes;
  }
}
