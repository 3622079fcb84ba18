// wangge close <month>: the month decided, looked at, and written with everything it rests on into its archive.
import { closeMonth } from '../closing/close.ts';
import { voidMonth } from '../closing/void.ts';
import type { YearMonth } from '../model/civil.ts';
import { addFen, yuanText } from '../model/money.ts';
import { issuesOf } from '../problems/issues.ts';
import { CLOSE_SCHEMA, closeDocument, voidDocument } from '../views/documents/close.ts';
import { countText } from '../writers/terminal.ts';
import { csvEncodingArgument, daysArgument, monthArgument } from './arguments.ts';
import { type Context, EXIT, type ExitCode, type Signature, UsageError } from './context.ts';
import { editionsFor } from './decided.ts';
import { failure, report } from './report.ts';
import { withTaken } from './workspace.ts';

/** As typed; null or empty where not given. */
export interface CloseOptions {
  readonly objections: string | null;
  readonly bank: boolean;
  readonly csvEncoding: string | null;
  readonly accept: readonly string[];
  readonly hold: readonly string[];
  readonly reason: readonly string[];
  readonly firstMonth: string | null;
  readonly voids: boolean;
}

const filled = (text: string | undefined, what: string): string => {
  const plain = text?.trim() ?? '';
  if (plain === '') throw new UsageError(`${what}不能为空`);
  return plain;
};

/** `noTasksAssigned="已核实"` */
function acceptance(text: string): { readonly code: string; readonly reason: string } {
  const [, code, reason] = /^([A-Za-z]+)=([\s\S]*)$/.exec(text) ?? [];
  if (code === undefined) throw new UsageError(`“${text}”不是处理意见，请写成 代码="理由"`);
  return { code, reason: filled(reason, `${code} 的理由`) };
}

/** One reason for each held person, in order, or one for all. */
function holdsIn({ hold, reason }: CloseOptions): readonly { readonly id: string; readonly reason: string }[] {
  if (new Set(hold).size < hold.length) throw new UsageError('同一个工号写了两次 --hold');
  if (hold.length > 0 && reason.length !== hold.length && reason.length !== 1)
    throw new UsageError('每个 --hold 要有一个 --reason，或者全部共用一个');
  return hold.map((id, index) => ({ id, reason: filled(reason[index] ?? reason[0], '暂缓发放的理由') }));
}

function refuseUnsigned({ preparedBy, preparedOn }: Signature): void {
  if (preparedBy === null || preparedOn === null)
    throw new UsageError('作废要写明由谁、何时决定：--by 姓名 --date 日期');
}

async function voided(
  context: Context,
  period: YearMonth,
  signature: Signature,
  options: CloseOptions,
): Promise<ExitCode> {
  if (options.hold.length > 0 || options.accept.length > 0 || options.firstMonth !== null)
    throw new UsageError('--void 只与 --reason、--by、--date 一起写');
  refuseUnsigned(signature);
  const reason = filled(options.reason[0], '作废的理由（--reason）');
  const { preparedBy: by, preparedOn: date } = signature as {
    preparedBy: string;
    preparedOn: NonNullable<Signature['preparedOn']>;
  };
  return withTaken(context, async (workspace) => {
    const done = await voidMonth(workspace, period, { reason, by, date });
    if ('problems' in done) return failure(context, CLOSE_SCHEMA, period, issuesOf(done.problems, context.strict));
    return report(context, {
      schema: CLOSE_SCHEMA,
      period,
      body: voidDocument(done.path),
      issues: [],
      summary: [`${period} 的关账已作废，原归档保留在 ${done.path}`, `改正后可重新运行 wangge close ${period}`],
    });
  });
}

export async function close(
  context: Context,
  monthText: string,
  signature: Signature,
  options: CloseOptions,
): Promise<ExitCode> {
  const period = monthArgument(monthText);
  if (options.voids) return voided(context, period, signature, options);
  const holds = holdsIn(options);
  const accepted = options.accept.map(acceptance);
  const opening = options.firstMonth === null ? null : filled(options.firstMonth, '期初说明');
  if (options.reason.length > 0 && holds.length === 0) throw new UsageError('--reason 要与 --hold 或 --void 一起写');
  if (options.csvEncoding !== null && !options.bank) throw new UsageError('--csv-encoding 要与 --bank 一起写');
  const objections = options.objections === null ? null : daysArgument(options.objections);
  const bank = options.bank ? csvEncodingArgument(options.csvEncoding ?? 'utf8') : null;
  const editions = await editionsFor(context, { schema: CLOSE_SCHEMA, period });
  if (editions === null) return EXIT.dataErrors;
  return withTaken(context, async (workspace) => {
    const request = { options: { ...signature, objections, bank }, holds, accepted, opening, strict: context.strict };
    const done = await closeMonth(workspace, editions, period, request);
    if (!('archive' in done)) return failure({ ...context, showsCodes: true }, CLOSE_SCHEMA, period, done.issues);
    const { record, manifest, archive, outputs, issues } = done;
    const paid = record.subjects.filter(({ role }) => role === 'fullTime');
    const total = yuanText(addFen(...paid.map((one) => one.total)));
    return report(context, {
      schema: CLOSE_SCHEMA,
      period,
      body: closeDocument(
        manifest,
        archive.path,
        outputs.map(({ path }) => path),
      ),
      issues,
      summary: [
        `${period} 已关账：专职网格员 ${paid.length} 人，应发合计 ${total} 元；${countText(issues)}`,
        ...(manifest.accepted.length > 0 ? [`警告的处理意见 ${manifest.accepted.length} 条，已记入归档`] : []),
        ...manifest.holds.map(({ id, reason }) => `暂缓发放 ${id}：${reason}`),
        ...outputs.map(({ path }) => `已生成 ${path}`),
        `已归档 ${archive.path}`,
        `结果校验码 ${manifest.code}，印在发放表上，请核对后签字`,
      ],
    });
  });
}
