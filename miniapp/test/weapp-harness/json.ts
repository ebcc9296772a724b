/** Everything between the layers of a mini-program crosses as JSON, and so it does here. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What arrives on the other side of the bridge: functions and undefined are gone. */
export function acrossBridge(value: unknown): Json {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? null : (JSON.parse(text) as Json);
}

/** Writes `value` at a setData path such as `root.cn[3].cl`. */
export function writeAt(target: JsonObject, path: string, value: Json): void {
  const keys = path.match(/[^.[\]]+/g) ?? [];
  let at: { [key: string]: Json } = target;
  keys.forEach((key, index) => {
    if (index === keys.length - 1) {
      at[key] = value;
      return;
    }
    const inner = at[key];
    const next =
      typeof inner === 'object' && inner !== null ? inner : /^\d+$/.test(keys[index + 1] ?? '') ? [] : {};
    at[key] = next;
    at = next as { [key: string]: Json };
  });
}
