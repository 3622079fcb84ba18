// How much of a document its schema leaves open: what can be left out, added or changed in it without being noticed.

type Node = Record<string, unknown>;

const OTHER_TYPES: Readonly<Record<string, readonly unknown[]>> = {
  string: [0, true, {}, []],
  number: ['文字', true, {}, []],
  boolean: ['文字', 0, {}, []],
  object: [{}],
};

/** Fields whose words are a closed list or have a form. */
const FORMED =
  /^(schema|period|severity|code|role|card|sha256|date|cause|bound|result|fate|type|taken|number|manifest)$/;

/** Of a list; those that follow are like them. */
const MOST_VISITED = 3;

const isLeaf = (value: unknown): boolean => value === null || typeof value !== 'object';

/** Each change that `isValid` lets pass, by the way to its field: `- workers.*.withheld`, `+ workers.*`, `~ trial`. */
export function loosened(document: object, isValid: (document: unknown) => boolean): readonly string[] {
  const passed = new Set<string>();
  const visit = (node: Node | unknown[], way: string): void => {
    const fields = node as Node;
    const isList = Array.isArray(node);
    for (const [key, value] of Object.entries(isList ? node.slice(0, MOST_VISITED) : node)) {
      const at = [way, isList ? '*' : key].filter((part) => part !== '').join('.');
      if (!isList) {
        delete fields[key];
        if (isValid(document)) passed.add(`- ${at}`);
      }
      if (isLeaf(value)) {
        const formed = typeof value === 'string' && FORMED.test(key) ? ['不是'] : [];
        for (const other of [...(OTHER_TYPES[typeof value] ?? []), ...formed]) {
          fields[key] = other;
          if (isValid(document)) passed.add(`~ ${at}`);
        }
      }
      fields[key] = value;
      if (!isLeaf(value)) visit(value as Node, at);
    }
    if (isList) return;
    fields.未知 = {};
    if (isValid(document)) passed.add(`+ ${way}`);
    delete fields.未知;
  };
  visit(document as Node, '');
  return [...passed].sort();
}
