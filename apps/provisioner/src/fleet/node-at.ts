import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from "yaml";

/** The line of the field at `path`, else of the nearest thing around it; 0 when there is none. */
export function lineAt(document: Document, path: readonly PropertyKey[], lines: LineCounter): number {
  let node: unknown = document.contents;
  let nearest: Node | null = document.contents;
  for (const step of path) {
    const pair = pairAt(document, node, step);
    node = pair ? pair.value : itemAt(document, node, step);
    // Of a map's entry the key, since a long value begins on the next line.
    const shown = pair && isNode(pair.key) ? pair.key : node;
    if (!isNode(shown)) break;
    nearest = shown;
  }
  return nearest?.range ? lines.linePos(nearest.range[0]).line : 0;
}

/** What `*name` stands for; anything else is itself. */
const resolved = (document: Document, node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node);

function pairAt(document: Document, node: unknown, step: PropertyKey): Pair | undefined {
  const map = resolved(document, node);
  if (!isMap(map)) return undefined;
  const own = map.items.find(({ key }) => String(key) === String(step));
  if (own) return own;
  for (const { key, value } of map.items) {
    if (!isScalar(key) || key.source !== "<<") continue;
    const merged = resolved(document, value);
    for (const one of isSeq(merged) ? merged.items : [merged]) {
      const found = pairAt(document, one, step);
      if (found) return found;
    }
  }
  return undefined;
}

function itemAt(document: Document, node: unknown, step: PropertyKey): unknown {
  const list = resolved(document, node);
  return isSeq(list) ? list.items[Number(step)] : undefined;
}
