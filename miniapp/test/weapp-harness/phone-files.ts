import { PlatformFailure } from './platform-call';

/** All files that an app keeps of its own may take this much. Source: https://developers.weixin.qq.com/miniprogram/dev/framework/ability/file-system.html */
const OWN_BYTES = 200 * 1024 * 1024;

/** Where an app keeps files of its own. */
export const OWN_FOLDER = 'wxfile://usr';

/** Files of the phone that only the phone can see, under names as WeChat gives them: temporary ones, and the app's own. */
export class PhoneFiles {
  private readonly files = new Map<string, Uint8Array>();
  private given = 0;

  /** Keeps a file for a while and answers its temporary path. */
  keep(bytes: Uint8Array, name: string): string {
    this.given += 1;
    const path = `wxfile://tmp_${this.given}_${name}`;
    this.files.set(path, bytes);
    return path;
  }

  /** Throws when there is no such file. */
  read(path: string): Uint8Array {
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new PlatformFailure(`no such file or directory ${path}`);
    return bytes;
  }

  /** Copies a file into the app's folder. Throws when it would not fit or goes elsewhere. */
  copy(from: string, to: string): void {
    const bytes = this.read(from);
    if (!to.startsWith(`${OWN_FOLDER}/`))
      throw new PlatformFailure(`permission denied, copyFile ${from} -> ${to}`);
    const taken = this.own().reduce((sum, path) => sum + this.read(path).byteLength, 0);
    if (taken + bytes.byteLength > OWN_BYTES)
      throw new PlatformFailure('the maximum size of the file storage limit is exceeded');
    this.files.set(to, bytes);
  }

  /** Deletes a file. Throws when there is no such file. */
  delete(path: string): void {
    this.read(path);
    this.files.delete(path);
  }

  /** Paths of the app's own files. */
  own(): string[] {
    return [...this.files.keys()].filter((path) => path.startsWith(`${OWN_FOLDER}/`));
  }

  /** What WeChat may do whenever the app is closed. */
  clearTemporary(): void {
    const own = this.own();
    for (const path of this.files.keys()) if (!own.includes(path)) this.files.delete(path);
  }
}
