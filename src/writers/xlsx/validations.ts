// What may be typed into the cells of a sheet (数据有效性), with what to say when something else is.
import type { DataValidation, Worksheet } from 'exceljs';
import { columnLetter } from '../../model/source.ts';
import { cellOf, type SheetModel } from '../../views/workbook/model.ts';
import type { Validation } from '../../views/workbook/validation.ts';
import type { Layout } from './layout.ts';

/** exceljs keeps validations of whole ranges here, which its types do not know. */
interface Validated {
  readonly dataValidations: { add(range: string, validation: DataValidation): void };
}

const FIRST_DAY = new Date(Date.UTC(2000, 0, 1));
/** As a bound where there is none: a validation of numbers needs one. */
const ANY = 1_000_000_000;
/** Characters of a list that stands in the validation itself. */
const LONGEST_LIST = 255;

const complaint = (error: string) => ({
  showErrorMessage: true,
  errorStyle: 'stop',
  errorTitle: '不能这样填',
  error,
});

function listOf({ words, open }: Extract<Validation, { type: 'list' }>): DataValidation {
  const list = words.join(',');
  if (list.length > LONGEST_LIST || words.some((word) => /[",]/.test(word)))
    throw new RangeError(`no list of a drop-down: ${list}`);
  const said = open ? { showErrorMessage: false } : complaint(`请从下拉列表中选择：${words.join('、')}`);
  return { type: 'list', allowBlank: true, formulae: [`"${list}"`], ...said };
}

function numberOf({ whole, least, most }: Extract<Validation, { type: 'number' }>): DataValidation {
  const bounds = [least === null ? '' : `不小于 ${least}`, most === null ? '' : `不大于 ${most}`].filter(Boolean);
  return {
    type: whole ? 'whole' : 'decimal',
    operator: 'between',
    allowBlank: true,
    formulae: [least ?? -ANY, most ?? ANY],
    ...complaint(`请填写${whole ? '整数' : '数字'}${bounds.length > 0 ? `，${bounds.join('、')}` : ''}`),
  };
}

function validationOf(validation: Validation, first: string): DataValidation {
  switch (validation.type) {
    case 'list':
      return listOf(validation);
    case 'number':
      return numberOf(validation);
    case 'date':
      return {
        type: 'date',
        operator: 'greaterThanOrEqual',
        allowBlank: true,
        formulae: [FIRST_DAY],
        ...complaint('请填写日期，如 2021-07-01'),
      };
    case 'month': {
      const digits = `ISNUMBER(-LEFT(${first},4)),-RIGHT(${first},2)<=-1,-RIGHT(${first},2)>=-12`;
      return {
        type: 'custom',
        allowBlank: true,
        formulae: [`AND(LEN(${first})=7,MID(${first},5,1)="-",${digits})`],
        ...complaint('请填写月份，如 2021-07'),
      };
    }
  }
}

export function addValidations(worksheet: Worksheet, model: SheetModel, { firstRow }: Layout): void {
  const { dataValidations } = worksheet as Worksheet & Validated;
  const last = firstRow + model.rows.length + (model.entryRows ?? 0) - 1;
  model.columns.forEach(({ validation }, index) => {
    const letter = columnLetter(index);
    if (validation && last >= firstRow)
      dataValidations.add(`${letter}${firstRow}:${letter}${last}`, validationOf(validation, `${letter}${firstRow}`));
    model.rows.forEach((cells, row) => {
      const own = cellOf(cells[index] ?? null).validation;
      const cell = `${letter}${firstRow + row}`;
      if (own) worksheet.getCell(cell).dataValidation = validationOf(own, cell);
    });
  });
}
