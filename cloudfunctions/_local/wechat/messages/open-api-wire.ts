import { Reader, Writer } from 'protobufjs/minimal';

/**
 * The protobuf messages that wx-server-sdk 4.0.2 wraps an open API call in (its `src/protobuf/openapi`):
 * request  `CommApiData {1 apiType, 2 openapiData {1 pairs {1 key, 2 value (JSON bytes)}}, 6 appid}`,
 * answer   `CommOpenApiResp {1 respData, 2 contentType, 3 errorCode, 4 httpCode}`.
 */

const fieldOf = (tag: number): number => tag >>> 3;

const readPair = (reader: Reader): readonly [string, unknown] => {
  const end = reader.uint32() + reader.pos;
  let key = '';
  let value: unknown;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (fieldOf(tag) === 1) key = reader.string();
    else if (fieldOf(tag) === 2) value = JSON.parse(Buffer.from(reader.bytes()).toString('utf8'));
    else reader.skipType(tag & 7);
  }
  return [key, value];
};

const readPairs = (reader: Reader, into: Map<string, unknown>): void => {
  const end = reader.uint32() + reader.pos;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (fieldOf(tag) === 1) into.set(...readPair(reader));
    else reader.skipType(tag & 7);
  }
};

/** The parameters of the call, in snake case as WeChat wants them. Throws on bytes that are no such message. */
export const readOpenApiCall = (bytes: Uint8Array): Readonly<Record<string, unknown>> => {
  const reader = Reader.create(bytes);
  const pairs = new Map<string, unknown>();
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    if (fieldOf(tag) === 2) readPairs(reader, pairs);
    else reader.skipType(tag & 7);
  }
  return Object.fromEntries(pairs);
};

/** An answer with a JSON body. */
export const writeOpenApiAnswer = (answer: object): Buffer =>
  Buffer.from(
    Writer.create()
      .uint32(10)
      .bytes(Buffer.from(JSON.stringify(answer)))
      .uint32(18)
      .string('application/json; encoding=utf-8')
      .uint32(32)
      .uint32(200)
      .finish(),
  );

/** A refusal before the API was reached, e.g. -604101 no permission. */
export const writeOpenApiRefusal = (errorCode: number): Buffer =>
  Buffer.from(Writer.create().uint32(24).int32(errorCode).finish());
