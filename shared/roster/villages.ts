import type { Region } from '../region/region.schema';
import type { RosterField } from './columns';
import type { CellFault } from './given-cell';

/** A county's villages as rosters name them. */
export interface Villages {
  readonly codes: ReadonlySet<string>;
  /** Codes of villages by name, and by plain name; several where places share one. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Codes of townships by plain name. */
  readonly townships: ReadonlyMap<string, string>;
}

/** 坪埠村委会 is 坪埠村. */
const wholePlace = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/村?(村民委员会|村委会)$/, '村')
    .replace(/(社区)?(居民委员会|居委会)$/, '社区');

/** 坪埠村 and 坪埠 are one place where nothing else is called so. */
const plainPlace = (name: string): string => wholePlace(name).replace(/(社区|街道办事处|街道|村|镇|乡)$/, '');

/** Makes the look-up of a county's townships and villages. */
export const villagesOf = (regions: readonly Region[]): Villages => {
  const byName = new Map<string, string[]>();
  for (const { id, name, level } of regions) {
    if (level !== 'village') continue;
    for (const key of new Set([wholePlace(name), plainPlace(name)]))
      byName.set(key, [...(byName.get(key) ?? []), id]);
  }
  const townships = regions.filter(({ level }) => level === 'township');
  return {
    codes: new Set(regions.filter(({ level }) => level === 'village').map(({ id }) => id)),
    byName,
    townships: new Map(townships.map(({ id, name }) => [plainPlace(name), id])),
  };
};

export type FoundVillage =
  | { readonly code: string; readonly fault?: undefined }
  | { readonly field: RosterField; readonly fault: CellFault };

const missing = (field: RosterField, reason: string, advice: string): FoundVillage => ({
  field,
  fault: { reason, advice },
});

/** The village that a row names by its code, or by township and name. */
export const findVillage = (
  villages: Villages,
  { regionCode, township, village }: Readonly<Record<'regionCode' | 'township' | 'village', string>>,
): FoundVillage => {
  if (regionCode !== '') {
    return villages.codes.has(regionCode)
      ? { code: regionCode }
      : missing('regionCode', '没有这个地区编码，或者不在本县。', '请填本县村（社区）的 12 位编码。');
  }
  if (village === '') return missing('village', '没有写是哪个村（社区）。', '请补上。');
  const townshipCode = township === '' ? undefined : villages.townships.get(plainPlace(township));
  if (township !== '' && townshipCode === undefined) {
    return missing('township', '本县没有这个乡镇。', '请核对乡镇的名称。');
  }
  const under = (name: string): string[] =>
    (villages.byName.get(name) ?? []).filter(
      (code) => townshipCode === undefined || code.startsWith(townshipCode),
    );
  // 城东村 and 城东社区 may stand side by side: the whole name counts before what is left of it.
  const whole = under(wholePlace(village));
  const named = whole.length > 0 ? whole : under(plainPlace(village));
  const [code] = named;
  if (code === undefined) {
    return missing('village', '这个乡镇没有这个村（社区）。', '请核对名称，或者改填地区编码。');
  }
  return named.length === 1
    ? { code }
    : missing('village', '本县有几个同名的村。', '请补上乡镇，或者改填地区编码。');
};
