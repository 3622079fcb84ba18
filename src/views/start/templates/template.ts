// What the template of a table kind holds (模板): its columns in the words the reader knows, and one example.
import { canonicalHeading } from '../../../intake/header/aliases.ts';
import type { KindSpec } from '../../../intake/kind.ts';
import type { TableKind } from '../../../model/terms.ts';
import type { CellValue, Column } from '../../workbook/model.ts';
import type { InputColumn } from '../input-column.ts';

export interface Template {
  readonly kind: TableKind;
  /** What the table is for, in a line. */
  readonly about: string;
  readonly columns: readonly TemplateColumn[];
}

interface TemplateColumn extends Column {
  readonly field: string;
  readonly example: CellValue;
}

interface Given {
  readonly note: string;
  readonly example: CellValue;
  /** Behind the heading, where figures need one. */
  readonly unit?: string;
  readonly required?: true;
}

export const column = <F extends string>(
  field: F,
  entry: InputColumn,
  given: Given,
): readonly [F, InputColumn, Given] => [field, entry, given];

/** The headings are the canonical ones of the kind. */
export function template<F extends string>(
  spec: KindSpec<TableKind, F>,
  about: string,
  columns: readonly (readonly [NoInfer<F>, InputColumn, Given])[],
): Template {
  return {
    kind: spec.kind,
    about,
    columns: columns.map(([field, entry, { note, example, unit, required }]) => {
      const name = canonicalHeading(spec as KindSpec, field);
      return {
        ...entry,
        field,
        example,
        heading: `${name}${unit === undefined ? '' : `（${unit}）`}${required ? '*' : ''}`,
        note: `${required ? '必填。' : '可不填。'}${note}`,
        ...(required && { required }),
      };
    }),
  };
}
