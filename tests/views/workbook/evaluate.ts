// Formulas as a spreadsheet calculates them, from the model alone: no cell's own value stands for its formula.
import { parseFraction } from '../../../src/model/fraction.ts';
import { type FormSheet, isForm } from '../../../src/views/workbook/form.ts';
import type { CellsRef, Formula } from '../../../src/views/workbook/formula.ts';
import { type CellValue, cellOf, type SheetModel, type WorkbookModel } from '../../../src/views/workbook/model.ts';

type Range = readonly CellValue[];
type Operand = { readonly one: CellValue } | { readonly range: Range };

const numberOf = (value: CellValue): number => {
  if (value === null || value === '') return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  throw new Error(`#VALUE! ${value}`);
};

/** To the 15 digits that a spreadsheet keeps, half away from zero. */
function rounded(value: number, digits: number, up: boolean): number {
  const kept = Number(Math.abs(value).toPrecision(15));
  // Less than any digit asked for, and written with an exponent of its own.
  if (kept < 1e-6) return 0;
  const scaled = Number(`${kept}e${digits}`);
  const whole = up ? Math.ceil(Number(scaled.toPrecision(15))) : Math.round(scaled);
  return Math.sign(value) * Number(`${whole}e${-digits}`);
}

const equal = (left: CellValue, right: CellValue): boolean => {
  if (left === null || right === null)
    return [null, '', 0, false].includes(left) && [null, '', 0, false].includes(right);
  if (typeof left === 'number' && typeof right === 'number') return Math.abs(left - right) < 1e-12;
  return left === right;
};

const meets = (value: CellValue, criterion: CellValue): boolean => {
  if (typeof criterion !== 'string') return value === criterion;
  return criterion.startsWith('<>') ? value !== criterion.slice(2) : value === criterion;
};

interface Evaluator {
  readonly evaluate: (formula: Formula) => CellValue;
}

export function evaluatorOf({ sheets, names = [] }: WorkbookModel): Evaluator {
  const models = new Map(sheets.flatMap((sheet) => (isForm(sheet) ? [] : [[sheet.name, sheet] as const])));
  const named = new Map(names.map((one) => [one.name, one]));
  const known = new Map<SheetModel, Map<Formula, CellValue>>([...models.values()].map((sheet) => [sheet, new Map()]));
  const positions = new Map(
    [...models.values()].map((sheet) => {
      const keys = sheet.columns.flatMap(({ key }, index) => (key === undefined ? [] : [[key, index] as const]));
      if (new Set(keys.map(([key]) => key)).size < keys.length) throw new Error(`${sheet.name}: a key twice`);
      return [sheet, new Map(keys)];
    }),
  );

  const columnOf = (sheet: SheetModel, key: string): number => {
    const found = positions.get(sheet)?.get(key);
    if (found === undefined) throw new Error(`${sheet.name}: no column ${key}`);
    return found;
  };

  const valueAt = (sheet: SheetModel, row: number | 'totals', column: number): CellValue => {
    const cells = row === 'totals' ? sheet.totals : sheet.rows[row];
    if (cells == null) throw new Error(`#REF! ${sheet.name} ${row}`);
    const { formula, value } = cellOf(cells[column] ?? null);
    if (formula === undefined) return value;
    const own = known.get(sheet) as Map<Formula, CellValue>;
    const found = own.has(formula) ? (own.get(formula) as CellValue) : evaluate(formula);
    own.set(formula, found);
    return found;
  };

  const referred = ({ sheet: name, row, column, toRow, toColumn }: CellsRef): Operand => {
    const sheet = models.get(name);
    if (sheet === undefined) throw new Error(`#REF! ${name}`);
    const [from, to] = [columnOf(sheet, column), columnOf(sheet, toColumn ?? column)];
    if (toRow === undefined && toColumn === undefined) return { one: valueAt(sheet, row, from) };
    const rows =
      typeof row === 'number' ? Array.from({ length: (toRow ?? row) - row + 1 }, (_, at) => row + at) : [row];
    const columns = Array.from({ length: to - from + 1 }, (_, at) => from + at);
    if (rows.length === 0 || columns.length === 0) throw new Error(`empty range on ${name}`);
    return { range: rows.flatMap((one) => columns.map((at) => valueAt(sheet, one, at))) };
  };

  const operand = (formula: Formula): Operand => {
    if ('cells' in formula) {
      const found = referred(formula.cells);
      return 'one' in found ? { range: [found.one] } : found;
    }
    return { one: evaluate(formula) };
  };
  const rangeOf = (formula: Formula | undefined): Range => {
    const found = operand(formula as Formula);
    return 'range' in found ? found.range : [found.one];
  };
  /** Numbers of ranges, and what is given as a number. */
  const numbersIn = (parts: readonly Formula[]): readonly number[] =>
    parts.flatMap((part) => {
      const found = operand(part);
      return 'one' in found ? [numberOf(found.one)] : found.range.filter((value) => typeof value === 'number');
    });

  const called = (name: string, parts: readonly Formula[]): CellValue => {
    const [first, second, third] = parts as [Formula, Formula, Formula];
    switch (name) {
      case 'IF':
        return evaluate(first) === true ? evaluate(second) : evaluate(third);
      case 'AND':
        return parts.every((part) => evaluate(part) === true);
      case 'OR':
        return parts.some((part) => evaluate(part) === true);
      case 'SUM':
        return numbersIn(parts).reduce((sum, one) => sum + one, 0);
      case 'MAX':
        return Math.max(...numbersIn(parts));
      case 'MIN':
        return Math.min(...numbersIn(parts));
      case 'COUNT':
        return parts.flatMap(rangeOf).filter((value) => typeof value === 'number').length;
      case 'ROWS': {
        if (!('cells' in first)) throw new Error('ROWS of no cells');
        const { row, toRow } = first.cells;
        return typeof row === 'number' ? (toRow ?? row) - row + 1 : 1;
      }
      case 'ROUND':
      case 'ROUNDUP':
        return rounded(numberOf(evaluate(first)), numberOf(evaluate(second)), name === 'ROUNDUP');
      case 'COUNTIF':
        return rangeOf(first).filter((value) => meets(value, evaluate(second))).length;
      case 'COUNTIFS': {
        const pairs = parts.flatMap((part, index) =>
          index % 2 === 0 ? [[rangeOf(part), evaluate(parts[index + 1] as Formula)] as const] : [],
        );
        const [length = 0] = pairs.map(([range]) => range.length);
        if (pairs.some(([range]) => range.length !== length)) throw new Error('#VALUE! COUNTIFS');
        return Array.from({ length }, (_, at) => at).filter((at) =>
          pairs.every(([range, criterion]) => meets(range[at] as CellValue, criterion)),
        ).length;
      }
      default:
        throw new Error(`no function ${name}`);
    }
  };

  const evaluate = (formula: Formula): CellValue => {
    if ('number' in formula) {
      const value = parseFraction(formula.number);
      if (value === null) throw new Error(`no number ${formula.number}`);
      return Number(value.n) / Number(value.d);
    }
    if ('text' in formula) return formula.text;
    if ('truth' in formula) return formula.truth;
    if ('name' in formula) {
      const parameter = named.get(formula.name);
      const sheet = parameter && models.get(parameter.sheet);
      if (!parameter || !sheet) throw new Error(`#NAME? ${formula.name}`);
      return valueAt(sheet, parameter.row, columnOf(sheet, parameter.column));
    }
    if ('cells' in formula) {
      const found = referred(formula.cells);
      if (!('one' in found)) throw new Error('#VALUE! a range');
      return found.one;
    }
    if ('minus' in formula) return -numberOf(evaluate(formula.minus));
    if ('call' in formula) return called(formula.call, formula.with);
    const [left, right] = [evaluate(formula.left), evaluate(formula.right)];
    switch (formula.infix) {
      case '=':
        return equal(left, right);
      case '>=':
        return numberOf(left) >= numberOf(right);
      case '+':
        return numberOf(left) + numberOf(right);
      case '-':
        return numberOf(left) - numberOf(right);
      case '*':
        return numberOf(left) * numberOf(right);
      case '/':
        return numberOf(left) / numberOf(right);
    }
  };
  return { evaluate };
}

/** A formula of a workbook with what is written beside it. */
interface Written {
  readonly at: string;
  readonly formula: Formula;
  readonly value: CellValue;
}

function* formulasOn(sheet: SheetModel | FormSheet): Iterable<Written> {
  if (isForm(sheet)) {
    for (const [block, rows] of sheet.blocks.entries())
      for (const { cells } of rows)
        for (const { formula, value } of cells) if (formula) yield { at: `${sheet.name} ${block}`, formula, value };
    return;
  }
  if (sheet.liveTitle) yield { at: `${sheet.name} title`, formula: sheet.liveTitle, value: sheet.title };
  for (const part of [...sheet.subtitle, ...sheet.footer].flat())
    if (typeof part !== 'string') yield { at: `${sheet.name} line`, formula: part.formula, value: part.text };
  for (const [row, cells] of [...sheet.rows, ...(sheet.totals ? [sheet.totals] : [])].entries())
    for (const [column, cell] of cells.entries()) {
      const { formula, value } = cellOf(cell);
      if (formula) yield { at: `${sheet.name} ${row} ${sheet.columns[column]?.heading}`, formula, value };
    }
}

const agrees = (left: CellValue, right: CellValue): boolean =>
  typeof left === 'number' && typeof right === 'number'
    ? Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left))
    : left === right || (left === '' && right === null);

/** How many formulas a workbook has, and those that come to something else than what is written beside them. */
export function evaluated(workbook: WorkbookModel): { readonly count: number; readonly differing: readonly string[] } {
  const { evaluate } = evaluatorOf(workbook);
  const differing: string[] = [];
  let count = 0;
  for (const { at, formula, value } of workbook.sheets.flatMap((sheet) => [...formulasOn(sheet)])) {
    count += 1;
    const found = ((): CellValue => {
      try {
        return evaluate(formula);
      } catch (cause) {
        return String(cause);
      }
    })();
    if (!agrees(found, value)) differing.push(`${at}: ${found} instead of ${value}`);
  }
  return { count, differing };
}
