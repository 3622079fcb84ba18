// wangge scheme [month]: parameters, clauses and readings in force; `--coverage` the map of the published text; `--verify` an
// office's own copy of it.
import { chainOf } from '../archive/chain.ts';
import { readDocument } from '../files/document.ts';
import type { YearMonth } from '../model/civil.ts';
import { issuesOf } from '../problems/issues.ts';
import { conditionsOf, officeTables } from '../run/conditions.ts';
import { monthSourcesOf } from '../run/month-sources.ts';
import { verifyDocument } from '../scheme/document/verify.ts';
import type { EditionSource } from '../scheme/parse-edition.ts';
import { type Scheme, schemeOf } from '../scheme/scheme.ts';
import { editionOf, lastMonth, newestOf } from '../scheme/timeline.ts';
import { namedBytes } from '../store/named-file.ts';
import { openWorkspace, sha256 } from '../store/workspace.ts';
import { COVERAGE_SCHEMA, coverageDocument, coverageSummary, coverageTree } from '../views/scheme/coverage.ts';
import { SCHEME_SCHEMA, schemeDocument, schemeHead, schemeTables } from '../views/scheme/scheme.ts';
import {
  VERIFICATION_SCHEMA,
  verificationDocument,
  verificationSummary,
  verificationTree,
} from '../views/scheme/verification.ts';
import { paragraphText, treeText, wideTableText } from '../writers/terminal.ts';
import { monthArgument } from './arguments.ts';
import { type Context, EXIT, type ExitCode, UsageError } from './context.ts';
import { editionsFor } from './decided.ts';
import { failure, report } from './report.ts';

export interface SchemeOptions {
  readonly coverage: boolean;
  /** Path of an office's copy of the published text. */
  readonly verify: string | null;
}

/** Without a month, the newest edition from its first month on. */
const monthOf = (monthText: string): YearMonth | null => (monthText === '' ? null : monthArgument(monthText));

export async function scheme(context: Context, monthText: string, options: SchemeOptions): Promise<ExitCode> {
  if (options.coverage && options.verify !== null) throw new UsageError('--coverage 和 --verify 请分两次使用');
  const month = monthOf(monthText);
  const schema = options.coverage ? COVERAGE_SCHEMA : options.verify === null ? SCHEME_SCHEMA : VERIFICATION_SCHEMA;
  const editions = await editionsFor(context, { schema, period: month ?? '' });
  if (editions === null) return EXIT.dataErrors;
  const period = month ?? (newestOf(editions).edition.inForce.from as YearMonth);
  const source = editionOf(editions, period);
  if ('code' in source) return failure(context, schema, period, issuesOf([source], context.strict));
  if (options.coverage) return coverage(context, period, source);
  if (options.verify !== null) return verify(context, period, source, options.verify);
  const until = lastMonth(source.edition, editions);
  if (month === null) return shown(context, period, schemeOf(source.edition, sha256(source.text)), until);

  const workspace = await openWorkspace(context.dir);
  const chain = await chainOf(workspace);
  const basis = await monthSourcesOf(workspace, editions, chain, month);
  const conditions = await conditionsOf(await officeTables(basis.workspace), basis.editions, month, basis.choices);
  const found = [...chain.problems, ...basis.problems, ...('code' in conditions ? [conditions] : conditions.problems)];
  const issues = issuesOf(found, context.strict);
  if ('code' in conditions || issues.some(({ severity }) => severity === 'error'))
    return failure(context, schema, period, issues);
  return shown(context, period, conditions.scheme, lastMonth(conditions.source.edition, basis.editions));
}

const shown = (context: Context, period: YearMonth, found: Scheme, until: YearMonth | null): ExitCode =>
  report(context, {
    schema: SCHEME_SCHEMA,
    period,
    body: schemeDocument(found, until),
    issues: [],
    summary: [],
    answer: `${schemeHead(found, until).map(paragraphText).join('')}\n${schemeTables(found).map(wideTableText).join('\n')}`,
  });

function coverage(context: Context, period: YearMonth, { edition }: EditionSource): ExitCode {
  if (edition.coverage === undefined) throw new UsageError(`方案 ${edition.id} 没有逐句对照`);
  return report(context, {
    schema: COVERAGE_SCHEMA,
    period,
    body: coverageDocument(edition),
    issues: [],
    summary: [],
    answer: `${treeText(coverageTree(edition))}${coverageSummary(edition)}\n`,
  });
}

/** Exit 3 where the copy no longer supports what the edition rests on. */
async function verify(
  context: Context,
  period: YearMonth,
  { edition }: EditionSource,
  path: string,
): Promise<ExitCode> {
  const bytes = await namedBytes(path);
  const document = await readDocument(bytes, path);
  if ('problem' in document)
    return failure(context, VERIFICATION_SCHEMA, period, issuesOf([document.problem], context.strict));
  const found = verifyDocument(edition, sha256(bytes), document.text);
  const code = report(context, {
    schema: VERIFICATION_SCHEMA,
    period,
    body: verificationDocument(edition, found),
    issues: issuesOf(document.notes, context.strict),
    summary: [],
    answer: `${treeText(verificationTree(found))}${verificationSummary(found)}\n`,
  });
  return code === EXIT.done && !found.verified ? EXIT.differences : code;
}
