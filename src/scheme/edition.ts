// A scheme edition (方案版本) is data: clauses, parameters, interpretations and an ordered list of items.
// Its document is YAML; a mistake in it is reported with line and column.
import { type Document, LineCounter, parseDocument } from 'yaml';
import * as z from 'zod';
import { LEAVE_KINDS, ROLES } from '../model/terms.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month such as 2021-06');
const decimal = z.union([z.number(), z.string()]).transform(String);
const role = z.enum(Object.keys(ROLES) as [keyof typeof ROLES]);
const leaveKind = z.enum(LEAVE_KINDS);

const ruleBasis = z.union([
  z.strictObject({ clause: z.string(), quote: z.string() }),
  z.strictObject({ interpretation: z.string(), clause: z.string() }),
]);

const parameter = z.strictObject({
  title: z.string(),
  unit: z.string(),
  value: decimal,
  min: z.number().optional(),
  max: z.number().optional(),
  choices: z.array(z.string()).optional(),
  basis: ruleBasis,
  /** Items (and `total`) that a change of this parameter may move. */
  moves: z.array(z.string()),
});

const item = z.strictObject({
  item: z.string(),
  title: z.string(),
  clause: z.string(),
  for: z.array(role).min(1),
  /** Name of the file in rules/kinds that computes it. */
  kind: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** The kind's own parameters; `$key` refers to a parameter of the edition. */
  with: z.record(z.string(), z.unknown()),
  /** Line key → the interpretations that line rests on. */
  interpretations: z.record(z.string(), z.array(z.string())),
  /** Figures shown before the amount, in order. */
  shows: z.array(z.string()),
});

const interpretation = z.strictObject({ question: z.string(), clause: z.string().optional(), reading: z.string() });

const edition = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  document: z.strictObject({
    title: z.string(),
    issuer: z.string(),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  inForce: z.strictObject({ from: month, until: month.optional() }),
  attendance: z.strictObject({ excusing: z.array(leaveKind), reducing: z.array(leaveKind) }),
  parameters: z.record(z.string(), parameter),
  items: z.array(item).min(1),
  checks: z.strictObject({
    dispatch: z.strictObject({ minimum: z.record(z.string(), z.string()) }).optional(),
  }),
  interpretations: z.record(z.string().regex(/^K\d+$/), interpretation),
});

export type Edition = z.infer<typeof edition>;
export type ParameterDefinition = z.infer<typeof parameter>;
export type ItemDefinition = z.infer<typeof item>;
export type Interpretation = z.infer<typeof interpretation>;

/** A mistake in an edition's document: 1-based line and column. */
export interface EditionMistake {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

function position(document: Document, lines: LineCounter, path: readonly PropertyKey[]): { line: number; col: number } {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]);
  }
  return { line: 1, col: 1 };
}

/** Reads an edition's YAML text; all mistakes at once where there are any. */
export function parseEdition(text: string): { edition: Edition } | { mistakes: readonly EditionMistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return {
      mistakes: document.errors.map((error) => {
        const { line, col } = lines.linePos(error.pos[0]);
        return { line, column: col, path: '', message: error.message };
      }),
    };
  }
  const result = edition.safeParse(document.toJS());
  if (result.success) return { edition: result.data };
  return {
    mistakes: result.error.issues.map(({ path, message }) => {
      const { line, col } = position(document, lines, path);
      return { line, column: col, path: path.join('.'), message };
    }),
  };
}
