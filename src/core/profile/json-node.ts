/** A JSON document with the place of each piece, including pieces that are not quite JSON. */
import type { Span } from './findings';

export type TextNode = Span & {
  readonly kind: 'text';
  readonly value: string;
  /** What stands between the quotes. */
  readonly inner: Span;
};

export type Member = { readonly key: TextNode; readonly value: JsonNode };

export type ObjectNode = Span & { readonly kind: 'object'; readonly members: readonly Member[] };
export type ArrayNode = Span & { readonly kind: 'array'; readonly items: readonly JsonNode[] };

export type JsonNode =
  | ObjectNode
  | ArrayNode
  | TextNode
  | (Span & { readonly kind: 'number'; readonly raw: string })
  | (Span & { readonly kind: 'flag'; readonly value: boolean })
  | (Span & { readonly kind: 'null' })
  /** Text without quotes, or a number that JSON does not know (037, 1.2.3.4). Not yet reported: its meaning decides. */
  | (Span & { readonly kind: 'word'; readonly raw: string })
  /** A value that is not there; already reported. */
  | (Span & { readonly kind: 'nothing' });
