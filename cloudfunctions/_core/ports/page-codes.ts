/** Codes that WeChat's camera opens as a page of the mini-program. */
export interface PageCodePort {
  /**
   * A picture of the code (JPEG).
   * @param page without a leading slash; it must be published.
   * @param scene 1 to 32 characters of `0-9A-Za-z!#$&'()*+,/:;=?@-._~`, handed to the page as `scene`.
   * Throws PageCodeUnavailable.
   * Source: WeChat mini-program server API, "获取不限制的小程序码".
   */
  picture(page: string, scene: string): Promise<Buffer>;
}

/** WeChat made no code now: it could not be reached, or was busy. */
export class PageCodeUnavailable extends Error {
  override readonly name = 'PageCodeUnavailable';
}
