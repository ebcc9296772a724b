import { operatorsOn } from './operators';

const document = {
  list: [3, 1, 2, 1],
  texts: ['a', 'b'],
  rows: [{ n: 1 }, { m: 2 }, { n: 3 }, 4],
  inner: { a: 1, b: 'x' },
  nothing: null,
  text: 'abc',
};

operatorsOn('array operators', document, ({ gives, refuses }) => {
  gives([
    ['a path through an array', () => '$rows.n', [1, 3]],
    ['a number in a path is a field name', () => '$list.0', []],
    ['arrayElemAt', ($) => $.arrayElemAt(['$list', 1]), 1],
    ['arrayElemAt from the end', ($) => $.arrayElemAt(['$list', -2]), 2],
    ['arrayElemAt beyond the end', ($) => $.arrayElemAt(['$list', 9]), undefined],
    [
      'arrayToObject of pairs',
      ($) =>
        $.arrayToObject([
          [
            ['a', 1],
            ['b', 2],
          ],
        ]),
      { a: 1, b: 2 },
    ],
    ['arrayToObject of documents', ($) => $.arrayToObject([[{ k: 'a', v: 1 }]]), { a: 1 }],
    ['concatArrays', ($) => $.concatArrays(['$list', '$texts']), [3, 1, 2, 1, 'a', 'b']],
    ['concatArrays: null', ($) => $.concatArrays(['$list', '$nothing']), null],
    ['filter', ($) => $.filter({ input: '$list', as: 'n', cond: $.gt(['$$n', 1]) }), [3, 2]],
    ['filter: this without a name', ($) => $.filter({ input: '$list', cond: $.eq(['$$this', 1]) }), [1, 1]],
    ['filter: null', ($) => $.filter({ input: '$nothing', cond: true }), null],
    ['in', ($) => $.in([2, '$list']), true],
    ['in: not', ($) => $.in(['2', '$list']), false],
    ['indexOfArray', ($) => $.indexOfArray(['$list', 1]), 1],
    ['indexOfArray from a place', ($) => $.indexOfArray(['$list', 1, 2]), 3],
    ['indexOfArray up to a place', ($) => $.indexOfArray(['$list', 2, 0, 2]), -1],
    ['isArray', ($) => $.isArray('$list'), true],
    ['isArray: a string', ($) => $.isArray('$text'), false],
    ['map', ($) => $.map({ input: '$list', as: 'n', in: $.multiply(['$$n', 10]) }), [30, 10, 20, 10]],
    ['map: missing becomes null', ($) => $.map({ input: '$rows', as: 'r', in: '$$r.n' }), [1, null, 3, null]],
    ['range', ($) => $.range([0, 5, 2]), [0, 2, 4]],
    ['range downwards', ($) => $.range([3, 0, -1]), [3, 2, 1]],
    ['reduce', ($) => $.reduce({ input: '$list', initialValue: 100, in: $.add(['$$value', '$$this']) }), 107],
    ['reverseArray', ($) => $.reverseArray('$texts'), ['b', 'a']],
    ['size', ($) => $.size('$list'), 4],
    ['slice from the start', ($) => $.slice(['$list', 2]), [3, 1]],
    ['slice from the end', ($) => $.slice(['$list', -2]), [2, 1]],
    ['slice in the middle', ($) => $.slice(['$list', 1, 2]), [1, 2]],
    [
      'zip',
      ($) => $.zip({ inputs: ['$list', '$texts'] }),
      [
        [3, 'a'],
        [1, 'b'],
      ],
    ],
    [
      'zip to the longest',
      ($) => $.zip({ inputs: ['$texts', [1]], useLongestLength: true, defaults: ['?', 0] }),
      [
        ['a', 1],
        ['b', 0],
      ],
    ],
    ['sum of an array', ($) => $.sum('$list'), 7],
    ['avg of an array', ($) => $.avg('$list'), 1.75],
    ['max of arguments', ($) => $.max(['$text', 5]), 'abc'],
    ['min of an array', ($) => $.min('$list'), 1],
    ['stdDevPop of an array', ($) => $.stdDevPop([[1, 3]]), 1],
    ['stdDevSamp of one number', ($) => $.stdDevSamp([[1]]), null],
  ]);
  refuses([
    [
      'arrayElemAt of a string',
      ($) => $.arrayElemAt(['$text', 0]),
      "$arrayElemAt's first argument must be an array, but is string",
    ],
    [
      'arrayElemAt at a fraction',
      ($) => $.arrayElemAt(['$list', 0.5]),
      'must be representable as a 32-bit integer',
    ],
    [
      'arrayToObject of numbers',
      ($) => $.arrayToObject('$list'),
      '$arrayToObject requires a consistent input format',
    ],
    [
      'concatArrays of a string',
      ($) => $.concatArrays(['$list', '$text']),
      '$concatArrays only supports arrays, not string',
    ],
    [
      'filter of a string',
      ($) => $.filter({ input: '$text', cond: true }),
      'input to $filter must be an array not string',
    ],
    [
      'filter without a condition',
      ($) => $.filter({ input: '$list' }),
      "Missing 'cond' parameter to $filter",
    ],
    [
      'in a missing field',
      ($) => $.in([1, '$never']),
      '$in requires an array as a second argument, found: missing',
    ],
    [
      'map of a string',
      ($) => $.map({ input: '$text', as: 'n', in: 1 }),
      'input to $map must be an array not string',
    ],
    ['range with steps of zero', ($) => $.range([0, 5, 0]), '$range requires a non-zero step value'],
    [
      'size of a missing field',
      ($) => $.size('$never'),
      'The argument to $size must be an array, but was of type: missing',
    ],
    ['slice of nothing', ($) => $.slice(['$list', 1, 0]), 'Third argument to $slice must be positive: 0'],
    ['zip of a string', ($) => $.zip({ inputs: ['$text'] }), '$zip found a non-array expression in input'],
  ]);
});

operatorsOn('set operators', document, ({ gives, refuses }) => {
  gives([
    ['allElementsTrue', ($) => $.allElementsTrue([[true, 1, 'x']]), true],
    ['allElementsTrue: not', ($) => $.allElementsTrue([[true, 0]]), false],
    ['anyElementTrue', ($) => $.anyElementTrue([[0, null]]), false],
    ['setDifference', ($) => $.setDifference(['$list', [1]]), [3, 2]],
    ['setEquals: order and repeats do not count', ($) => $.setEquals(['$list', [1, 2, 3]]), true],
    ['setIntersection', ($) => $.setIntersection(['$list', [1, 2, 9]]), [1, 2]],
    ['setIsSubset', ($) => $.setIsSubset([[1, 2], '$list']), true],
    ['setUnion', ($) => $.setUnion(['$list', [9]]), [1, 2, 3, 9]],
    ['setUnion: null', ($) => $.setUnion(['$list', '$nothing']), null],
  ]);
  refuses([
    [
      'setUnion of a string',
      ($) => $.setUnion(['$list', '$text']),
      'All operands of $setUnion must be arrays',
    ],
    ['setEquals with null', ($) => $.setEquals(['$list', null]), 'All operands of $setEquals must be arrays'],
    [
      'setDifference of a string',
      ($) => $.setDifference(['$text', []]),
      'both operands of $setDifference must be arrays',
    ],
    [
      'anyElementTrue of a string',
      ($) => $.anyElementTrue(['$text']),
      "$anyElementTrue's argument must be an array, but is string",
    ],
  ]);
});

operatorsOn('object operators', document, ({ gives, refuses }) => {
  gives([
    ['mergeObjects', ($) => $.mergeObjects(['$inner', { b: 2 }, '$nothing']), { a: 1, b: 2 }],
    [
      'objectToArray',
      ($) => $.objectToArray('$inner'),
      [
        { k: 'a', v: 1 },
        { k: 'b', v: 'x' },
      ],
    ],
    ['objectToArray: null', ($) => $.objectToArray('$nothing'), null],
  ]);
  refuses([
    ['mergeObjects of a string', ($) => $.mergeObjects(['$text']), '$mergeObjects requires object inputs'],
    [
      'objectToArray of a string',
      ($) => $.objectToArray('$text'),
      '$objectToArray requires a document input, found: string',
    ],
  ]);
});
