/** What stands on the front of a resident ID card, as far as it was read. */
export interface ReadCard {
  readonly name: string;
  readonly idNumber: string;
}

/** WeChat's reading of cards. Source: WeChat mini-program server API, "身份证识别 ocr.idcard", "银行卡识别 ocr.bankcard". */
export interface CardReaderPort {
  /** Undefined when no front of an ID card can be read in the picture. Throws CardReaderUnavailable. */
  readIdCard(jpeg: Buffer): Promise<ReadCard | undefined>;
  /** The number as printed; undefined when no bank card can be read in the picture. Throws CardReaderUnavailable. */
  readBankCard(jpeg: Buffer): Promise<string | undefined>;
}

/** WeChat could not be reached, is busy, or the day's readings are used up: typing still works. */
export class CardReaderUnavailable extends Error {
  override readonly name = 'CardReaderUnavailable';
}
