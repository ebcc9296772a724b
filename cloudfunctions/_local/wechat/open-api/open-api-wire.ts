import { Reader, Writer } from 'protobufjs/minimal';
import { Media, Picture } from './open-api-answer';

/**
 * The protobuf messages that wx-server-sdk 4.0.2 wraps an open API call in (its `src/protobuf/openapi`):
 * request  `CommApiData {1 apiType, 2 openapiData {1 pairs {1 key, 2 value, 3 contenttype, 4 filename}}, 6 appid}`,
 * (a value with a file name is a file, every other is JSON; this version of the SDK never fills contenttype),
 * answer   `CommOpenApiResp {1 respData, 2 contentType, 3 errorCode, 4 httpCode}`.
 */

const fieldOf = (tag: number): number => tag >>> 3;

const readPair = (reader: Reader): readonly [string, unknown] => {
  const end = reader.uint32() + reader.pos;
  let key = '';
  let value = Buffer.alloc(0);
  let isFile = false;
  while (reader.pos < end) {
    const tag = reader.uint32();
    if (fieldOf(tag) === 1) key = reader.string();
    else if (fieldOf(tag) === 2) value = Buffer.from(reader.bytes());
    else {
      isFile ||= fieldOf(tag) === 4;
      reader.skipType(tag & 7);
    }
  }
  return [key, isFile ? new Media(value) : JSON.parse(value.toString('utf8'))];
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

/** An answer: a picture, or a JSON body. */
export const writeOpenApiAnswer = (answer: object): Buffer => {
  const { contentType, bytes } =
    answer instanceof Picture
      ? answer
      : { contentType: 'application/json; encoding=utf-8', bytes: Buffer.from(JSON.stringify(answer)) };
  return Buffer.from(
    Writer.create().uint32(10).bytes(bytes).uint32(18).string(contentType).uint32(32).uint32(200).finish(),
  );
};

/** A refusal before the API was reached, e.g. -604101 no permission. */
export const writeOpenApiRefusal = (errorCode: number): Buffer =>
  Buffer.from(Writer.create().uint32(24).int32(errorCode).finish());
