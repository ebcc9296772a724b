import { notSupported, requestFailed } from './errors';
import { type DocValue, RegexValue } from './values';

/**
 * MongoDB's regular expressions are PCRE's. What JavaScript reads in another way is translated here; what it cannot
 * express is refused by name.
 */

/** The regular expression of a `$regex` operator with its optional `$options`. */
export function regexOf(operand: DocValue, options: DocValue | undefined): RegexValue {
  if (operand instanceof RegexValue) {
    if (options === undefined) return operand;
    if (operand.options !== '') throw requestFailed('options set in both $regex and $options');
    return new RegexValue(operand.pattern, optionsText(options));
  }
  if (typeof operand !== 'string') throw requestFailed('$regex has to be a string');
  return new RegexValue(operand, options === undefined ? '' : optionsText(options));
}

function optionsText(options: DocValue): string {
  if (typeof options !== 'string') throw requestFailed('$options has to be a string');
  return options;
}

/** A test whether a value is a string that the expression finds something in. */
export function regexTest({ pattern, options }: RegexValue): (value: DocValue | undefined) => boolean {
  for (const flag of options) {
    if (!'imsx'.includes(flag)) throw requestFailed(`invalid flag in regex options: ${flag}`);
  }
  if (pattern.includes('\0')) throw requestFailed('Regular expression cannot contain an embedded null byte');
  const expression = compile(translate(pattern, options), options.replace('x', ''), pattern);
  return (value) => typeof value === 'string' && expression.test(value);
}

function compile(source: string, flags: string, pattern: string): RegExp {
  // PCRE counts characters; JavaScript does so with the flag u only, under which some harmless escapes are errors.
  for (const unicode of ['u', '']) {
    try {
      return new RegExp(source, flags + unicode);
    } catch {
      // Tried without the flag, or refused below.
    }
  }
  throw notSupported(`The regular expression /${pattern}/`);
}

/** Escapes that mean something in PCRE and something else, or nothing, in JavaScript. */
const FOREIGN_ESCAPES = 'AzZQEGKRhHVXNpPea';

/** The beginnings of groups that JavaScript does not have: inline options, comments, atomic groups, verbs. */
const FOREIGN_GROUP = /^\((?:\*|\?(?![:=!<]))/;

function translate(pattern: string, options: string): string {
  const extended = options.includes('x');
  let source = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i += 1) {
    const char = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    if (char === '\\') {
      const isHex = next === 'x' && /^[0-9a-fA-F]{2}/.test(pattern.slice(i + 2));
      if (FOREIGN_ESCAPES.includes(next) || (next === 'x' && !isHex)) refusePart(char + next, pattern);
      source += char + next;
      i += 1;
    } else if (inClass) {
      if (char === '[' && ':.='.includes(next)) refusePart(char + next, pattern);
      inClass = char !== ']';
      source += char;
    } else if (extended && /\s/.test(char)) {
      continue;
    } else if (extended && char === '#') {
      while (i + 1 < pattern.length && pattern.charAt(i + 1) !== '\n') i += 1;
    } else {
      const group = FOREIGN_GROUP.exec(pattern.slice(i, i + 3));
      if (group !== null) refusePart(pattern.slice(i, i + 3), pattern);
      inClass = char === '[';
      // In PCRE the end is also before a last line break, and a dot finds all other kinds of line breaks.
      if (char === '$' && !options.includes('m')) source += '(?=\\n?$)';
      else if (char === '.' && !options.includes('s')) source += '[^\\n]';
      else source += char;
    }
  }
  return source;
}

function refusePart(part: string, pattern: string): never {
  throw notSupported(`The part ${part} of the regular expression /${pattern}/`);
}
