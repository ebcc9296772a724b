/** Finds things in a rendered page, through all custom components, by what a person or a script knows them by. */
import * as exparser from 'miniprogram-exparser';
import type { TreeSize } from './statistics';

export type ViewNode = exparser.ViewNode;

/** How to find something: a text or label that can be read, or the kind of thing together with its name. */
export type Target =
  | string
  | { id: string }
  | { label: string | RegExp }
  | { role: string; name?: string | RegExp }
  | { text: string | RegExp };

const isText = (node: ViewNode): boolean => node instanceof exparser.TextNode;

/** Elements of the platform and custom components, not slots, conditions or lists. */
const isElement = (node: ViewNode): boolean => node.__virtual === false;

/** The nodes below one as they are composed: a component's own template, with what its user put in the slots. */
function childrenOf(node: ViewNode): readonly ViewNode[] {
  return node.__wxSlotChildren ?? [];
}

/** Calls `visit` for each element and text; `path` holds its ancestors, the outermost first. */
function walk(
  node: ViewNode,
  visit: (node: ViewNode, path: readonly ViewNode[]) => void,
  path: ViewNode[] = [],
): void {
  visit(node, path);
  for (const child of childrenOf(node)) walk(child, visit, [...path, node]);
}

/** An attribute as the logic layer last sent it. */
export function attributeOf(node: ViewNode, name: string): unknown {
  const camel = name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return node._vt?.attrs.find((attr) => attr.name === name || attr.name === camel)?.value;
}

const truthy = (value: unknown) => value === true || value === 'true' || value === '';

/** Whether a control says of itself that it cannot be used. */
export function isDisabled(node: ViewNode): boolean {
  const disabled = attributeOf(node, 'disabled');
  const ofNative = disabled === true || disabled === 'true';
  return (
    ofNative || attributeOf(node, 'aria-disabled') === true || attributeOf(node, 'aria-disabled') === 'true'
  );
}

/** All text below a node as it is read. A hidden field's or a picture's label is not text. */
export function textOf(node: ViewNode): string {
  if (isText(node)) return node.textContent ?? '';
  return childrenOf(node).map(textOf).join('');
}

/** The element names of the platform, as in `wx-button`. */
function tagOf(node: ViewNode): string {
  return node._vt?.tagName ?? '';
}

const nativeRoles: Record<string, string> = {
  button: 'button',
  input: 'textbox',
  textarea: 'textbox',
  switch: 'switch',
  checkbox: 'checkbox',
  radio: 'radio',
  image: 'img',
};

function roleOf(node: ViewNode): string | undefined {
  const said = attributeOf(node, 'aria-role');
  return typeof said === 'string' && said !== '' ? said : nativeRoles[tagOf(node).replace(/^wx-/, '')];
}

/** What a screen reader calls it: its label, else its text, else its placeholder. */
function nameOf(node: ViewNode): string {
  const label = attributeOf(node, 'aria-label');
  if (typeof label === 'string' && label !== '') return label;
  const text = textOf(node).trim();
  const placeholder = attributeOf(node, 'placeholder');
  return text !== '' || typeof placeholder !== 'string' ? text : placeholder;
}

const matches = (wanted: string | RegExp, said: string) =>
  typeof wanted === 'string' ? said.trim() === wanted : wanted.test(said);

function isTarget(node: ViewNode, target: Exclude<Target, string>): boolean {
  if ('id' in target) return node.id === target.id;
  if ('label' in target) {
    const label = attributeOf(node, 'aria-label');
    return typeof label === 'string' && matches(target.label, label);
  }
  if ('role' in target) {
    return roleOf(node) === target.role && (target.name === undefined || matches(target.name, nameOf(node)));
  }
  return matches(target.text, textOf(node));
}

const isHidden = (node: ViewNode) =>
  truthy(attributeOf(node, 'aria-hidden')) && attributeOf(node, 'aria-hidden') !== '';

/** All elements that fit, the innermost of nested ones only, in reading order. */
export function findAll(root: ViewNode, target: Target): ViewNode[] {
  if (typeof target === 'string') {
    const labelled = findAll(root, { label: target });
    return labelled.length > 0 ? labelled : findAll(root, { text: target });
  }
  const found: { node: ViewNode; path: readonly ViewNode[] }[] = [];
  walk(root, (node, path) => {
    if (isElement(node) && isTarget(node, target) && ![...path, node].some(isHidden))
      found.push({ node, path });
  });
  return found
    .filter(({ node }) => !found.some((other) => other.path.includes(node)))
    .map(({ node }) => node);
}

/** Counts rendered elements as 体验评分 does: those of the platform, not the virtual ones between. */
export function sizeOf(root: ViewNode): TreeSize {
  const size: TreeSize = { nodes: 0, depth: 0, mostChildren: 0 };
  const counted = new Map<ViewNode, number>();
  walk(root, (node, path) => {
    if (!isElement(node)) return;
    const above = path.filter(isElement);
    size.nodes += 1;
    size.depth = Math.max(size.depth, above.length + 1);
    const parent = above[above.length - 1];
    if (parent !== undefined) counted.set(parent, (counted.get(parent) ?? 0) + 1);
  });
  size.mostChildren = Math.max(0, ...counted.values());
  return size;
}

/** The page as indented lines, for messages of failed tests. */
export function outline(root: ViewNode): string {
  const lines: string[] = [];
  walk(root, (node, path) => {
    const own = childrenOf(node)
      .filter(isText)
      .map((text) => text.textContent ?? '')
      .join('');
    const label = attributeOf(node, 'aria-label');
    const said = [typeof label === 'string' && label !== '' ? `[${label}]` : '', own.trim()]
      .filter(Boolean)
      .join(' ');
    if (isElement(node) && said !== '')
      lines.push(`${' '.repeat(Math.min(20, path.length))}${tagOf(node)} ${said}`);
  });
  return lines.join('\n');
}
