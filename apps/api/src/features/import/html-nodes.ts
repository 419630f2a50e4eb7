import { ElementType, type parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
export type HtmlNode = Document['children'][number] | Document;

type HtmlElement = Extract<HtmlNode, { readonly attribs: object }>;

export const isText = (node: HtmlNode): boolean => node.type === ElementType.Text;
export const isElement = (node: HtmlNode): node is HtmlElement =>
  node.type === ElementType.Tag || node.type === ElementType.Script || node.type === ElementType.Style;

export const childrenOf = (node: HtmlNode): readonly HtmlNode[] => ('children' in node ? node.children : []);

/** Empty when there is none. */
export const attribute = (node: HtmlNode, name: string): string => ('attribs' in node ? (node.attribs[name] ?? '') : '');

export const hasClass = (node: HtmlNode, name: string): boolean => attribute(node, 'class').split(/\s+/).includes(name);

/** Everything that stands in it, with line breaks. */
export const textOf = (node: HtmlNode): string => {
  if ('data' in node && node.type === ElementType.Text) return node.data;
  if ('name' in node && node.name === 'br') return '\n';
  return childrenOf(node).map(textOf).join('');
};

/** The first element of that name inside. */
export const elementNamed = (node: HtmlNode, name: string): HtmlNode | null => {
  for (const child of childrenOf(node)) {
    if ('name' in child && child.name === name) return child;
    const found = elementNamed(child, name);
    if (found) return found;
  }
  return null;
};
