// `--set 参数=取值` of simulate: each value as the editions of the months read it.
import { NOWHERE } from '../problems/problem.ts';
import { wordsOf } from '../problems/words.ts';
import type { Edition } from '../scheme/edition.ts';
import { keyOf, valueFor } from '../scheme/settings.ts';
import type { TrialValues } from '../scheme/trial.ts';
import { UsageError } from './context.ts';

interface Assignment {
  readonly name: string;
  readonly value: string;
}

function assignment(text: string): Assignment {
  const [, name, value] = /^([^=＝]+)[=＝](.+)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError(`“${text}”不是“参数=取值”，请写成 --set 未达标日扣减=30 这样`);
  return { name, value };
}

function valuesIn(edition: Edition, assignments: readonly Assignment[]): TrialValues {
  const values = new Map<string, string>();
  for (const { name, value } of assignments) {
    const read = valueFor(edition, { name, value, place: NOWHERE, columns: {} });
    if ('code' in read) {
      const { message, remedy } = wordsOf(read);
      throw new UsageError(`--set ${message}（${remedy}）`);
    }
    const before = values.get(read.key) ?? read.value;
    if (before !== read.value) throw new UsageError(`--set 参数“${name}”有两个取值`);
    values.set(read.key, read.value);
  }
  return values;
}

/** By id of the edition. A parameter must be known to one of the editions; the others go on without it. */
export function triedValues(editions: readonly Edition[], texts: readonly string[]): ReadonlyMap<string, TrialValues> {
  const assignments = texts.map(assignment);
  const isKnown = ({ name }: Assignment) => editions.some((edition) => keyOf(edition, name) !== undefined);
  const [unknown] = assignments.filter((one) => !isKnown(one));
  return new Map(
    editions.map((edition) => {
      const own = assignments.filter((one) => one === unknown || keyOf(edition, one.name) !== undefined);
      return [edition.id, valuesIn(edition, own)];
    }),
  );
}
