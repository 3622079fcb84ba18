// A scheme edition (方案版本) is data: clauses, parameters, interpretations and an ordered list of items (spec 12).
import * as z from 'zod';
import { type About, LEAVE_KINDS, TASK_TYPES, type TaskType } from '../model/terms.ts';
import { coverageEntry, documentHeadings } from './document/coverage.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '应为月份，如 2021-06');
const decimal = z.union([z.number(), z.string()]).transform(String);
/** Roles that may be paid (an adviser is no subject of a month), or the grids. */
const about = z.enum(['fullTime', 'gridLead', 'partTime', 'grid'] satisfies About[] as About[]);
/** `$key` of a parameter whose value is 是 or 否. */
const switchReference = z.string().regex(/^\$/, '应为 $ 加参数编号');
/** `$key` of a parameter that is a number. */
const numberReference = switchReference;

const ruleBasis = z.union([
  z.strictObject({ clause: z.string(), quote: z.string() }),
  z.strictObject({ interpretation: z.string(), clause: z.string().exactOptional() }),
]);

const parameter = z.strictObject({
  title: z.string(),
  unit: z.string(),
  value: decimal,
  min: z.number().optional(),
  max: z.number().optional(),
  choices: z.array(z.string()).optional(),
  basis: ruleBasis,
  /** What a change of this parameter may move: items, `carriedIn`, `total`, `issues`. */
  moves: z.array(z.string()),
});

/** Also the name of a sheet. */
const itemTitle = z.string().regex(/^[^\\/?*[\]:]{1,31}$/, '应为 1 至 31 个字，不含 \\ / ? * [ ] :');

const item = z.strictObject({
  item: z.string(),
  title: itemTitle,
  clause: z.string(),
  for: z.array(about).min(1),
  /** Name of the file in rules/kinds that computes it. */
  kind: z.string().regex(/^[a-z][A-Za-z]*$/),
  /** The kind's own parameters; `$key` refers to a parameter of the edition. */
  with: z.record(z.string(), z.unknown()),
  /** Line key → the interpretations that line rests on. */
  interpretations: z.record(z.string(), z.array(z.string())),
  /** Figures shown before the amount, in order. */
  shows: z.array(z.string()),
});

/** Another reading is a set of parameter values; the reading taken is their shipped values. `{key}` stands for a value. */
const otherReading = z.strictObject({ reading: z.string(), sets: z.record(z.string(), decimal) });

const interpretation = z.strictObject({
  question: z.string(),
  clause: z.string().optional(),
  reading: z.string(),
  others: z.array(otherReading).default([]),
});

export const editionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  document: z.strictObject({
    title: z.string(),
    issuer: z.string(),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    /** Headings without a number, and what the clauses below them are called. */
    headings: documentHeadings.optional(),
  }),
  inForce: z.strictObject({ from: month, until: month.optional() }),
  /** The edition that ends where this one begins. */
  follows: z.string().optional(),
  attendance: z
    .strictObject({
      /** Kinds of leave that lower the share of attendance. */
      reducing: z.partialRecord(z.enum(LEAVE_KINDS), switchReference).default({}),
      /** Whether workdays before hiring and after leaving lower it. */
      service: switchReference.optional(),
      halfDayExcuses: switchReference.optional(),
      /** What of a day a period with times must cover to take a half; without it every day touched is taken whole. */
      halves: z
        .strictObject({
          morning: z.strictObject({ from: numberReference, to: numberReference }),
          afternoon: z.strictObject({ from: numberReference, to: numberReference }),
          /** What is left over beside a half that is worth a question. */
          rest: numberReference,
        })
        .optional(),
    })
    .default({ reducing: {} }),
  measures: z
    .strictObject({
      lateTasksDone: switchReference.optional(),
      /** Whether √ and × of a day stand for patrol figures that no table has. */
      marksDecide: switchReference.optional(),
    })
    .default({}),
  /** Whether a total below zero is carried into the next month. */
  settlement: z.strictObject({ carries: switchReference, interpretation: z.string() }),
  parameters: z.record(z.string(), parameter),
  items: z.array(item).min(1),
  /** Lists for the office to look at: whom it may remove (red cards, and these items not met), whom it may promote. */
  lists: z
    .strictObject({
      removals: z.strictObject({ items: z.array(z.string()), clause: z.string(), quote: z.string() }).exactOptional(),
      candidates: z.strictObject({ stars: z.int().positive(), clause: z.string(), quote: z.string() }).exactOptional(),
    })
    .default({}),
  checks: z
    .strictObject({
      dispatch: z
        .strictObject({ minimum: z.partialRecord(z.enum(Object.keys(TASK_TYPES) as [TaskType]), numberReference) })
        .optional(),
    })
    .default({}),
  interpretations: z.record(z.string().regex(/^K\d+$/), interpretation),
  /** Titles of figures that this edition's items yield and the program has no word for. */
  figures: z.record(z.string(), z.string()).default({}),
  /** Every sentence of the document and what treats it. */
  coverage: z.array(coverageEntry).optional(),
});

export type Edition = z.infer<typeof editionSchema>;
export type ParameterDefinition = z.infer<typeof parameter>;
export type ItemDefinition = z.infer<typeof item>;
export type Interpretation = z.infer<typeof interpretation>;
