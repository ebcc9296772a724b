import { operatorsOn } from './operators';

const document = {
  name: '明溪县 é',
  plain: 'Hello, World',
  n: 12,
  nothing: null,
  at: new Date('2027-01-03T20:04:05.067Z'),
  list: [1],
};

operatorsOn('string operators', document, ({ gives, refuses }) => {
  gives([
    ['concat', ($) => $.concat(['$plain', '!']), 'Hello, World!'],
    ['concat: null', ($) => $.concat(['$plain', '$nothing']), null],
    ['indexOfBytes', ($) => $.indexOfBytes(['$name', '县']), 6],
    ['indexOfCP', ($) => $.indexOfCP(['$name', '县']), 2],
    ['indexOfCP from a place', ($) => $.indexOfCP(['$plain', 'o', 5]), 8],
    ['indexOfCP: not there', ($) => $.indexOfCP(['$plain', 'xyz']), -1],
    ['indexOfCP: null', ($) => $.indexOfCP(['$nothing', 'a']), null],
    ['split', ($) => $.split(['$plain', ', ']), ['Hello', 'World']],
    ['strLenBytes', ($) => $.strLenBytes('$name'), 12],
    ['strLenCP', ($) => $.strLenCP('$name'), 5],
    ['strcasecmp', ($) => $.strcasecmp(['$plain', 'hello, world']), 0],
    ['strcasecmp: less', ($) => $.strcasecmp(['a', 'B']), -1],
    ['substr', ($) => $.substr(['$plain', 7, 5]), 'World'],
    ['substrBytes', ($) => $.substrBytes(['$name', 3, 3]), '溪'],
    ['substrBytes: a negative length takes the rest', ($) => $.substrBytes(['$plain', 7, -1]), 'World'],
    ['substrCP', ($) => $.substrCP(['$name', 0, 2]), '明溪'],
    ['substr of a number', ($) => $.substr(['$n', 0, 1]), '1'],
    ['toLower', ($) => $.toLower('$plain'), 'hello, world'],
    ['toUpper: only the letters of ASCII', ($) => $.toUpper('$name'), '明溪县 é'],
    ['toLower of null', ($) => $.toLower('$nothing'), ''],
    ['toUpper of a date', ($) => $.toUpper('$at'), '2027-01-03T20:04:05.067Z'],
  ]);
  refuses([
    ['concat of a number', ($) => $.concat(['$plain', '$n']), '$concat only supports strings, not int'],
    [
      'indexOfCP in a number',
      ($) => $.indexOfCP(['$n', 'a']),
      '$indexOfCP requires a string as the first argument, found: int',
    ],
    ['split by nothing', ($) => $.split(['$plain', '']), '$split requires a non-empty separator'],
    [
      'strLenCP of a missing field',
      ($) => $.strLenCP('$never'),
      '$strLenCP requires a string argument, found: missing',
    ],
    [
      'substrBytes inside a character',
      ($) => $.substrBytes(['$name', 1, 3]),
      'starting index is a UTF-8 continuation byte',
    ],
    ['toLower of an array', ($) => $.toLower(['$list']), "can't convert from BSON type array to String"],
  ]);
});

operatorsOn('date operators', document, ({ gives, refuses }) => {
  const inChina = { date: '$at', timezone: '+08:00' };
  gives([
    ['year', ($) => $.year('$at'), 2027],
    ['month', ($) => $.month('$at'), 1],
    ['dayOfMonth', ($) => $.dayOfMonth('$at'), 3],
    ['dayOfMonth in a zone by offset', ($) => $.dayOfMonth(inChina), 4],
    ['hour in a zone by name', ($) => $.hour({ date: '$at', timezone: 'Asia/Shanghai' }), 4],
    [
      'hour in a zone with summer time',
      ($) => $.hour({ date: new Date('2027-07-01T00:00:00Z'), timezone: 'America/New_York' }),
      20,
    ],
    ['hour', ($) => $.hour('$at'), 20],
    ['minute', ($) => $.minute('$at'), 4],
    ['second', ($) => $.second('$at'), 5],
    ['millisecond', ($) => $.millisecond('$at'), 67],
    ['dayOfYear', ($) => $.dayOfYear(inChina), 4],
    ['dayOfWeek: Sunday is 1', ($) => $.dayOfWeek('$at'), 1],
    ['isoDayOfWeek: Sunday is 7', ($) => $.isoDayOfWeek('$at'), 7],
    ['week: begins on Sundays', ($) => $.week('$at'), 1],
    ['week: days before the first Sunday are in week 0', ($) => $.week(new Date('2027-01-02T00:00:00Z')), 0],
    ['isoWeek: the year’s first days may be in the last one’s week', ($) => $.isoWeek('$at'), 53],
    ['isoWeekYear', ($) => $.isoWeekYear('$at'), 2026],
    ['year of null', ($) => $.year('$nothing'), null],
    [
      'dateToString',
      ($) => $.dateToString({ date: '$at', format: '%Y-%m-%d %H:%M:%S.%L' }),
      '2027-01-03 20:04:05.067',
    ],
    [
      'dateToString in a zone',
      ($) => $.dateToString({ ...inChina, format: '%Y-%m-%d %H %z' }),
      '2027-01-04 04 +0800',
    ],
    [
      'dateToString: days and weeks',
      ($) => $.dateToString({ date: '$at', format: '%j %w %u %U %V %G %%' }),
      '003 1 7 01 53 2026 %',
    ],
    ['dateToString of null', ($) => $.dateToString({ date: '$nothing', format: '%Y' }), null],
    [
      'dateFromParts',
      ($) => $.dateFromParts({ year: 2027, month: 2, day: 3, hour: 4 }),
      new Date('2027-02-03T04:00:00Z'),
    ],
    [
      'dateFromParts in a zone',
      ($) => $.dateFromParts({ year: 2027, timezone: '+08:00' }),
      new Date('2026-12-31T16:00:00Z'),
    ],
    [
      'dateFromParts: parts carry over',
      ($) => $.dateFromParts({ year: 2027, month: 14 }),
      new Date('2028-02-01T00:00:00Z'),
    ],
    [
      'dateFromParts of an ISO week',
      ($) => $.dateFromParts({ isoWeekYear: 2026, isoWeek: 53, isoDayOfWeek: 7 }),
      new Date('2027-01-03T00:00:00Z'),
    ],
    [
      'dateFromString',
      ($) => $.dateFromString({ dateString: '2027-01-03T20:04:05.067Z' }),
      new Date('2027-01-03T20:04:05.067Z'),
    ],
    [
      'dateFromString: a day in a zone',
      ($) => $.dateFromString({ dateString: '2027-01-04', timezone: 'Asia/Shanghai' }),
      new Date('2027-01-03T16:00:00Z'),
    ],
    [
      'dateFromString in a format',
      ($) => $.dateFromString({ dateString: '4/1/2027', format: '%d/%m/%Y' }),
      new Date('2027-01-04T00:00:00Z'),
    ],
    ['dateFromString: onError', ($) => $.dateFromString({ dateString: 'soon', onError: 'never' }), 'never'],
    ['dateFromString: onNull', ($) => $.dateFromString({ dateString: '$nothing', onNull: 'never' }), 'never'],
  ]);
  refuses([
    ['year of a number', ($) => $.year('$n'), "can't convert from BSON type int to Date"],
    [
      'year in an unknown zone',
      ($) => $.year({ date: '$at', timezone: 'Mars/Base' }),
      'unrecognized time zone identifier: "Mars/Base"',
    ],
    [
      'dateToString in an unknown format',
      ($) => $.dateToString({ date: '$at', format: '%Q' }),
      "Invalid format character '%Q' in format string",
    ],
    [
      'dateFromParts without a year',
      ($) => $.dateFromParts({ month: 1 }),
      "$dateFromParts requires either 'year' or 'isoWeekYear' to be present",
    ],
    [
      'dateFromParts of two kinds',
      ($) => $.dateFromParts({ year: 2027, isoWeek: 1 }),
      '$dateFromParts does not allow mixing natural dates with ISO dates',
    ],
    [
      'dateFromString of nonsense',
      ($) => $.dateFromString({ dateString: 'soon' }),
      "Error parsing date string 'soon'",
    ],
    [
      'dateFromString of an impossible day',
      ($) => $.dateFromString({ dateString: '2027-02-30' }),
      'Error parsing date string',
    ],
  ]);
});
