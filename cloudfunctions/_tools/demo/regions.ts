import type { Region, RegionLevel } from '../../../shared/region/region.schema';

/** The nine townships of the demo county with two villages each; village names are examples. Source: domain "People and places". */
const TOWNSHIPS: readonly (readonly [code: string, name: string, villages: readonly [string, string]])[] = [
  ['350421100', '雪峰镇', ['城东社区', '石珩村']],
  ['350421101', '盖洋镇', ['盖洋村', '雷西村']],
  ['350421102', '胡坊镇', ['胡坊村', '眉溪村']],
  ['350421103', '瀚仙镇', ['瀚溪村', '龙湖村']],
  ['350421200', '城关乡', ['坪埠村', '上坊村']],
  ['350421201', '沙溪乡', ['沙溪村', '永溪村']],
  ['350421202', '夏阳乡', ['夏阳村', '紫云村']],
  ['350421203', '枫溪乡', ['枫溪村', '熊地村']],
  ['350421204', '夏坊乡', ['夏坊村', '李沂村']],
];

const region = (id: string, name: string, level: RegionLevel, parentCode: string | null): Region => ({
  id,
  name,
  level,
  parentCode,
});

/** Province, city, county, townships and villages of the demo; beside them one of each where nothing is sold yet. */
export const DEMO_REGIONS: readonly Region[] = [
  region('350000', '福建省', 'province', null),
  region('430000', '湖南省', 'province', null),
  region('350400', '三明市', 'city', '350000'),
  region('350700', '南平市', 'city', '350000'),
  region('350421', '明溪县', 'county', '350400'),
  region('350428', '将乐县', 'county', '350400'),
  ...TOWNSHIPS.flatMap(([code, name, villages]) => [
    region(code, name, 'township', '350421'),
    ...villages.map((village, index) => region(`${code}${String(201 + index)}`, village, 'village', code)),
  ]),
];
