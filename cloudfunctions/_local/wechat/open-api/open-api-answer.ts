/** A picture as the answer of the open API. */
export class Picture {
  constructor(
    readonly contentType: string,
    readonly bytes: Buffer,
  ) {}
}

/** A media parameter (`img` of the OCR APIs), which travels as bytes, not as JSON. */
export class Media {
  constructor(readonly bytes: Buffer) {}
}

/** WeChat's refusal of an open API call. */
export interface OpenApiFault {
  readonly errcode: number;
  readonly errmsg: string;
}

export type OpenApiParameters = Readonly<Record<string, unknown>>;
/** One open API: a JSON body without `errcode`, a picture, or a fault. */
export type OpenApiFunction = (parameters: OpenApiParameters) => Promise<object | Picture | OpenApiFault>;

export const fault = (errcode: number, errmsg: string): OpenApiFault => ({ errcode, errmsg });
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
