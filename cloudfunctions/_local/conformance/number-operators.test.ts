import { operatorsOn } from './operators';

const document = { n: -3.5, two: 2, zero: 0, text: 'x', empty: '', nothing: null, at: new Date(5000) };

operatorsOn('number operators', document, ({ gives, refuses }) => {
  gives([
    ['abs', ($) => $.abs('$n'), 3.5],
    ['abs of null', ($) => $.abs('$nothing'), null],
    ['abs of a missing field', ($) => $.abs('$never'), null],
    ['add', ($) => $.add(['$two', 1, 0.5]), 3.5],
    ['add: milliseconds to a date', ($) => $.add(['$at', 1500]), new Date(6500)],
    ['add: null', ($) => $.add(['$two', null]), null],
    ['ceil', ($) => $.ceil('$n'), -3],
    ['divide', ($) => $.divide([7, '$two']), 3.5],
    ['exp', ($) => $.exp('$zero'), 1],
    ['floor', ($) => $.floor('$n'), -4],
    ['ln', ($) => $.ln(1), 0],
    ['log', ($) => $.log([8, 2]), 3],
    ['log10', ($) => $.log10(1000), 3],
    ['mod: the sign of the dividend', ($) => $.mod([-7, 3]), -1],
    ['mod of a fraction', ($) => $.mod([7.5, 2]), 1.5],
    ['multiply', ($) => $.multiply(['$two', 3, 0.5]), 3],
    ['pow', ($) => $.pow(['$two', 10]), 1024],
    ['sqrt', ($) => $.sqrt(16), 4],
    ['subtract', ($) => $.subtract(['$two', 5]), -3],
    ['subtract: two dates', ($) => $.subtract(['$at', new Date(1000)]), 4000],
    ['subtract: milliseconds from a date', ($) => $.subtract(['$at', 1000]), new Date(4000)],
    ['trunc', ($) => $.trunc('$n'), -3],
    ['add: beyond 32 bits', ($) => $.add([2 ** 31, 2 ** 31]), 2 ** 32],
  ]);
  refuses([
    ['abs of a string', ($) => $.abs('$text'), '$abs only supports numeric types, not string'],
    ['abs of two', ($) => $.abs([1, 2]), 'Expression $abs takes exactly 1 arguments. 2 were passed in.'],
    ['add of a string', ($) => $.add([1, '$text']), '$add only supports numeric or date types, not string'],
    ['add of two dates', ($) => $.add(['$at', '$at']), 'only one date allowed in an $add expression'],
    ['divide by zero', ($) => $.divide([1, '$zero']), "can't $divide by zero"],
    [
      'divide of a string',
      ($) => $.divide(['$text', 1]),
      '$divide only supports numeric types, not string and int',
    ],
    ['mod by zero', ($) => $.mod([1, '$zero']), "can't $mod by zero"],
    [
      'multiply with a string',
      ($) => $.multiply([1, '$text']),
      '$multiply only supports numeric types, not string',
    ],
    ['subtract of a string', ($) => $.subtract(['$text', 1]), '$subtract a'],
    ['ln of zero', ($) => $.ln('$zero'), "$ln's argument must be a positive number, but is 0"],
    ['log to the base of one', ($) => $.log([8, 1]), "$log's base must be a positive number not equal to 1"],
    ['sqrt of a negative number', ($) => $.sqrt('$n'), "$sqrt's argument must be greater than or equal to 0"],
    [
      'pow of zero to a negative exponent',
      ($) => $.pow([0, -1]),
      '$pow cannot take a base of 0 and a negative exponent',
    ],
    ['two operators in one object', () => ({ $abs: 1, $ceil: 1 }), 'must have exactly one field'],
    ['an undefined variable', () => '$$nobody', 'Use of undefined variable: nobody'],
  ]);
});

operatorsOn('logic operators', document, ({ gives, refuses }) => {
  gives([
    ['and', ($) => $.and([true, '$two']), true],
    ['and: zero is false', ($) => $.and([true, '$zero']), false],
    ['and: of nothing', ($) => $.and([]), true],
    ['or', ($) => $.or(['$nothing', '$zero']), false],
    ['or: an empty string is true', ($) => $.or(['$empty']), true],
    ['not', ($) => $.not(['$nothing']), true],
    ['not: an empty array is true', ($) => $.not([[]]), false],
    ['cmp', ($) => $.cmp(['$n', '$two']), -1],
    ['cmp: types before values', ($) => $.cmp(['$text', 10 ** 9]), 1],
    ['eq', ($) => $.eq(['$two', 2]), true],
    ['eq: missing is not null', ($) => $.eq(['$never', null]), false],
    ['neq', ($) => $.neq(['$two', 2]), false],
    ['gt', ($) => $.gt(['$two', 2]), false],
    ['gt: null is more than missing', ($) => $.gt([null, '$never']), true],
    ['gte', ($) => $.gte(['$two', 2]), true],
    ['lt: a number is less than a string', ($) => $.lt(['$two', '$text']), true],
    ['lte', ($) => $.lte(['$two', 1]), false],
    ['cond', ($) => $.cond(['$two', 'yes', 'no']), 'yes'],
    ['cond with names', ($) => $.cond({ if: '$zero', then: 'yes', else: 'no' }), 'no'],
    ['ifNull', ($) => $.ifNull(['$never', 'otherwise']), 'otherwise'],
    ['ifNull: a value', ($) => $.ifNull(['$two', 'otherwise']), 2],
    [
      'switch',
      ($) =>
        $.switch({
          branches: [
            { case: '$zero', then: 'a' },
            { case: '$two', then: 'b' },
          ],
        }),
      'b',
    ],
    ['switch: default', ($) => $.switch({ branches: [{ case: false, then: 'a' }], default: 'c' }), 'c'],
    ['literal', ($) => $.literal('$two'), '$two'],
    ['let', ($) => $.let({ vars: { a: '$two', b: 3 }, in: $.multiply(['$$a', '$$b']) }), 6],
    ['let: a path into a variable', ($) => $.let({ vars: { a: '$$ROOT' }, in: '$$a.text' }), 'x'],
    ['a missing field stays missing', () => '$never', undefined],
    ['a missing field in an array is null', () => ['$never'], [null]],
    ['a document of expressions', () => ({ a: '$two', b: '$never' }), { a: 2 }],
  ]);
  refuses([
    [
      'switch without a match',
      ($) => $.switch({ branches: [{ case: false, then: 1 }] }),
      '$switch could not find a matching branch',
    ],
    ['cond without else', ($) => $.cond({ if: true, then: 1 }), "Missing 'else' parameter to $cond"],
    [
      'cond with a strange part',
      ($) => $.cond({ if: true, then: 1, else: 2, elif: 3 }),
      'Unrecognized parameter to $cond: elif',
    ],
    ['a capital variable', ($) => $.let({ vars: { A: 1 }, in: 1 }), "'A' starts with an invalid character"],
  ]);
});
