import type { WorkingCalendar } from '../../../shared/time/working-days';
import type { CardReaderPort } from './card-reader';
import type { Clock } from './clock';
import type { DatabasePort } from './database';
import type { FilePort } from './files';
import type { ImagePort } from './images';
import type { PageCodePort } from './page-codes';
import type { PaymentPort } from './payment';
import type { PdfPort } from './pdf';
import type { SpreadsheetPort } from './spreadsheet';
import type { SubscribeMessagePort } from './subscribe-messages';

/** Everything outside the operations; adapters in the cloud, the same adapters against the local cloud, fakes in a simulator. */
export interface Ports {
  readonly clock: Clock;
  readonly database: DatabasePort;
  readonly files: FilePort;
  readonly images: ImagePort;
  readonly cards: CardReaderPort;
  readonly payment: PaymentPort;
  readonly pdf: PdfPort;
  readonly pageCodes: PageCodePort;
  readonly spreadsheets: SpreadsheetPort;
  readonly messages: SubscribeMessagePort;
  readonly calendar: WorkingCalendar;
  /** Random bytes: codes and nonces. */
  readonly randomBytes: (length: number) => Buffer;
}
