// wangge simulate <months>: the same months under another scheme, other values or other readings. Nothing is written
// unless asked for, and never where pay goes.
import type { IssueRecord } from '../model/record.ts';
import { issuesOf } from '../problems/issues.ts';
import type { Simulation } from '../record/simulation.ts';
import { trialPath } from '../run/paths.ts';
import { benchOf, simulationOf } from '../run/simulate.ts';
import { editionsIn, ownVariant, readingVariants } from '../run/variants.ts';
import { shippedEditions } from '../scheme/shipped.ts';
import { writeChanges } from '../store/write.ts';
import { SIMULATE_SCHEMA, simulateDocument } from '../views/documents/simulate.ts';
import { effectsText, peopleTable, type Table, TRIAL_MARK, variantsTable } from '../views/simulation.ts';
import { simulationWorkbook } from '../views/workbook/simulation.ts';
import { countText, paragraphText, tableText } from '../writers/terminal.ts';
import { workbookBytes } from '../writers/xlsx/write.ts';
import { monthsArgument } from './arguments.ts';
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';
import { editionsFor } from './decided.ts';
import { failure, report, stops } from './report.ts';
import { triedValues } from './tried-values.ts';
import { readWorkspace } from './workspace.ts';

const text = ({ head, rows, right }: Table): string => tableText(head, rows, right, 'start');

/** The variants, then the people of a single one or, where asked for, of each. */
function simulateAnswer(simulation: Simulation, listsPeople: boolean): string {
  const { period, base, outcomes } = simulation;
  const reasons = outcomes.flatMap((outcome) =>
    outcome.computed ? [] : [paragraphText(`${outcome.info.title} 未能测算：${outcome.reason}`)],
  );
  const isSingle = outcomes.length === 1;
  const details = outcomes.flatMap((outcome) => {
    if (!outcome.computed || !(isSingle || listsPeople)) return [];
    const { info, people } = outcome;
    const head = `${isSingle ? '' : '\n'}${paragraphText(info.title)}`;
    const list = people.length === 0 ? paragraphText('没有人的金额有增减。') : text(peopleTable(outcome));
    return [`${head}${list}${paragraphText(effectsText(outcome, base))}`];
  });
  const none = outcomes.length === 0 ? [paragraphText('施行中的方案没有可以测算的其他读法。')] : [];
  return [`${period} ${TRIAL_MARK}\n`, text(variantsTable(simulation)), ...none, ...reasons, ...details].join('');
}

export interface SimulateOptions {
  /** `参数=取值` */
  readonly set: readonly string[];
  readonly interpretations: boolean;
  readonly people: boolean;
  readonly xlsx: boolean;
}

/** One thing at a time: values and schemes, or every reading in turn. */
function checkAsked({ scheme }: Context, { set, interpretations }: SimulateOptions): void {
  const isOwn = scheme.length > 0 || set.length > 0;
  if (isOwn && interpretations) throw new UsageError('--interpretations 请单独使用，不与 --set、--scheme 合用');
  if (isOwn || interpretations) return;
  const example = 'wangge simulate 2021-Q3 --set 未达标日扣减=30';
  throw new UsageError(`请写明测算什么：--set、--scheme 或 --interpretations，如 ${example}`);
}

/** Months have problems of the workspace's own files in common. */
function distinct(issues: readonly IssueRecord[]): readonly IssueRecord[] {
  const byText = new Map(issues.map((issue) => [JSON.stringify(issue), issue]));
  return [...byText.values()];
}

export async function simulate(context: Context, monthsText: string, options: SimulateOptions): Promise<ExitCode> {
  const { period, months } = monthsArgument(monthsText);
  checkAsked(context, options);
  const asked = { schema: SIMULATE_SCHEMA, period };
  const isOtherScheme = context.scheme.length > 0;
  const editions = isOtherScheme ? await editionsFor(context, asked) : shippedEditions();
  if (editions === null) return EXIT.dataErrors;
  const values = triedValues(editionsIn(editions, months), options.set);
  const workspace = await readWorkspace(context);

  const { bench, problems } = await benchOf(workspace, shippedEditions(), months);
  const issues = distinct(issuesOf(problems, context.strict));
  if (bench === null || stops(issues)) return failure(context, SIMULATE_SCHEMA, period, issues);
  const schemes = bench.months.map(({ conditions }) => conditions.scheme);
  const variants = options.interpretations
    ? readingVariants(schemes)
    : [ownVariant({ editions: isOtherScheme ? editions : null, values }, schemes, months)];
  const simulation = await simulationOf(bench, period, variants, (index) =>
    context.progress.show('测算', index, variants.length),
  );

  const path = trialPath(period);
  if (options.xlsx)
    await writeChanges(workspace, [{ path, bytes: await workbookBytes(simulationWorkbook(simulation)) }]);
  return report(context, {
    ...asked,
    body: simulateDocument(simulation),
    issues: context.json ? issues : [],
    answer: simulateAnswer(simulation, options.people),
    summary: [`现行数据的问题：${countText(issues)}`, ...(options.xlsx ? [`已生成 ${path}`] : [])],
  });
}
