/** A photo made safe to keep: decoded and encoded anew, so that EXIF, GPS and anything hidden behind it are gone. */
export interface CleanImage {
  /** JPEG. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

export interface ImagePort {
  /** Undefined when the bytes are no photo that can be read. */
  clean(bytes: Buffer): Promise<CleanImage | undefined>;
}
