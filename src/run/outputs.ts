// The files that a month or a quarter is written as, from its record alone; the bank's list needs accounts as well.
import type { OutputOptions } from '../model/archive.ts';
import type { Quarter, YearMonth } from '../model/civil.ts';
import type { MonthRecord } from '../model/record.ts';
import { NOWHERE, type Problem, problem } from '../problems/problem.ts';
import type { Payment } from '../record/payments.ts';
import { recordBytes } from '../record/read.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Output } from '../store/write.ts';
import { bankRows } from '../views/documents/bank.ts';
import { bankWorkbook } from '../views/workbook/bank.ts';
import { cardsWorkbook } from '../views/workbook/cards.ts';
import type { WorkbookModel } from '../views/workbook/model.ts';
import { noticeWorkbook } from '../views/workbook/notice.ts';
import { payWorkbook } from '../views/workbook/pay.ts';
import type { Prepared } from '../views/workbook/prepared.ts';
import { rankingWorkbook } from '../views/workbook/ranking.ts';
import { type CsvEncoding, csvBytes } from '../writers/csv.ts';
import { type CellMap, cellMap } from '../writers/xlsx/cell-map.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { outputPath, PAY_SHEET, recordPath } from './paths.ts';
import { summaryOutput } from './summary.ts';

const workbook = async (path: string, model: WorkbookModel): Promise<Output> => ({
  path,
  bytes: await workbookBytes(model),
});

const recordOutput = (record: MonthRecord, period: YearMonth | Quarter): Output => ({
  path: recordPath(period),
  bytes: recordBytes(record),
});

/** A period's files with its record and its summary. */
export async function withRecord(
  workspace: Workspace,
  record: MonthRecord,
  outputs: readonly Output[],
  period: YearMonth | Quarter = record.period,
): Promise<readonly Output[]> {
  return [...outputs, recordOutput(record, period), await summaryOutput(workspace, record, period, outputs)];
}

async function bankOutputs(
  { period }: MonthRecord,
  model: WorkbookModel,
  payments: readonly Payment[],
  encoding: CsvEncoding,
): Promise<readonly Output[]> {
  return [
    await workbook(outputPath(period, BANK_LIST), model),
    { path: outputPath(period, BANK_LIST, 'csv'), bytes: await csvBytes(bankRows(period, payments), encoding) },
  ];
}

const BANK_LIST = '银行代发';

/** An earlier run's list still stands there, with that run's amounts. */
export async function staleBankList(workspace: Workspace, period: YearMonth): Promise<readonly Problem[]> {
  const file = outputPath(period, BANK_LIST);
  return (await workspace.readIfThere(file)) === null ? [] : [problem('bankListStale', {}, { ...NOWHERE, file })];
}

/** 工资发放表, 公示 and, where it is asked for, 银行代发. `payments`: empty where no list is. */
export async function payOutputs(
  record: MonthRecord,
  payments: readonly Payment[],
  options: OutputOptions,
): Promise<{ readonly outputs: readonly Output[]; readonly cells: Readonly<Record<string, CellMap>> }> {
  const { period } = record;
  const pay = payWorkbook(record, options);
  const path = outputPath(period, PAY_SHEET);
  const posting = { postedOn: options.preparedOn, objections: options.objections };
  const bank =
    options.bank === null
      ? []
      : await bankOutputs(record, bankWorkbook(record, payments, options), payments, options.bank);
  return {
    outputs: [
      await workbook(path, pay),
      await workbook(outputPath(period, '公示'), noticeWorkbook(record, posting)),
      ...bank,
    ],
    cells: { [path]: cellMap(pay) },
  };
}

/** 警告名单; none where the edition shows no cards. */
export async function cardOutputs(
  record: MonthRecord,
  history: readonly MonthRecord[],
  prepared: Prepared,
): Promise<readonly Output[]> {
  if (!record.scheme.items.some(({ givesCards }) => givesCards)) return [];
  return [await workbook(outputPath(record.period, '警告名单'), cardsWorkbook(record, history, prepared))];
}

/** 星级排名; none where the record ranks no quarter. */
export async function rankOutputs(record: MonthRecord, prepared: Prepared): Promise<readonly Output[]> {
  const { ranking } = record;
  if (ranking === null) return [];
  return [await workbook(outputPath(ranking.quarter, '星级排名'), rankingWorkbook(ranking, record, prepared))];
}

/** Everything that a month is closed with, but its record. */
export async function closingOutputs(
  record: MonthRecord,
  history: readonly MonthRecord[],
  payments: readonly Payment[],
  options: OutputOptions,
): Promise<{ readonly outputs: readonly Output[]; readonly cells: Readonly<Record<string, CellMap>> }> {
  const pay = await payOutputs(record, payments, options);
  const others = [...(await cardOutputs(record, history, options)), ...(await rankOutputs(record, options))];
  return { outputs: [...pay.outputs, ...others], cells: pay.cells };
}
