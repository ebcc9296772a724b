import { parseEjsonDoc, stringifyEjson } from './ejson';
import type { Doc } from './values';

/** A stored document: its EJSON text and what the text says, each made of the other when first asked for. */
export class Stored {
  private constructor(
    private knownText: string | undefined,
    private knownDoc: Doc | undefined,
  ) {}

  /** Stored text holds no server date. */
  static ofText(text: string): Stored {
    return new Stored(text, undefined);
  }

  /** The document belongs to the store from here on: nobody changes it any more. */
  static ofDoc(doc: Doc): Stored {
    return new Stored(undefined, doc);
  }

  get text(): string {
    return (this.knownText ??= stringifyEjson(this.doc));
  }

  /** Shared by all who read it: a change is made on a copy. */
  get doc(): Doc {
    return (this.knownDoc ??= parseStored(this.knownText ?? ''));
  }
}

/** Parses a stored document; stored text holds no server date. */
export function parseStored(text: string): Doc {
  return parseEjsonDoc(text, () => 0);
}
