// wangge explain <quarter> <person>: one person's place in the star ranking.
import type { Quarter } from '../model/civil.ts';
import { yuanText } from '../model/money.ts';
import type { RankingRecord } from '../model/record.ts';
import { INELIGIBLE_REASONS } from '../model/terms.ts';
import { withCellTexts } from '../run/cells.ts';
import { EXPLAIN_SCHEMA } from '../views/documents/explain.ts';
import { explainQuarterDocument } from '../views/documents/explain-quarter.ts';
import { quarterExplanation } from '../views/explanation/quarter.ts';
import { quarterTitle } from '../views/workbook/prepared.ts';
import { type Context, type ExitCode, type Signature, UsageError } from './context.ts';
import { withQuarter } from './decided.ts';
import { reportExplanation } from './explanation-report.ts';
import { failure } from './report.ts';

interface Person {
  readonly id: string;
  readonly name: string;
}

/** By 工号, else by a name that one person of the ranking bears. */
function personIn({ ranked, ineligible, quarter }: RankingRecord, text: string): Person {
  const people: readonly Person[] = [...ranked, ...ineligible];
  const byId = people.find(({ id }) => id === text);
  const [only, ...more] = people.filter(({ name }) => name === text);
  if (byId) return byId;
  if (only && more.length > 0)
    throw new UsageError(
      `${quarter} 有 ${more.length + 1} 个${text}：${[only, ...more].map(({ id }) => id).join('、')}，请写工号`,
    );
  if (only) return only;
  throw new UsageError(`${quarter} 的星级排名中没有“${text}”，请写专职网格员的工号或姓名`);
}

function standingText({ ranked, ineligible, paidIn }: RankingRecord, person: Person): string {
  const found = ranked.find(({ id }) => id === person.id);
  if (found === undefined) {
    const reason = ineligible.find(({ id }) => id === person.id)?.reason;
    return `未参加星级排名${reason ? `：${INELIGIBLE_REASONS[reason]}` : ''}`;
  }
  const stars = found.stars > 0 ? `${found.stars} 星` : '未获星';
  return `第 ${found.rank} 名（共 ${ranked.length} 人），${stars}，奖励 ${yuanText(found.reward)} 元，随 ${paidIn} 发放`;
}

export function explainQuarter(
  context: Context,
  period: Quarter,
  signature: Signature,
  { person: personText, xlsx }: { readonly person: string; readonly xlsx: boolean },
): Promise<ExitCode> {
  const asked = { schema: EXPLAIN_SCHEMA, period };
  return withQuarter(context, asked, async ({ workspace, evidence, record, history, issues }) => {
    const { ranking } = record;
    if (ranking === null) return failure(context, EXPLAIN_SCHEMA, period, issues);
    const person = personIn(ranking, personText);
    const { told, body } = await withCellTexts(evidence, (textAt) => ({
      told: quarterExplanation(record, ranking, person.id, history, textAt),
      body: explainQuarterDocument(record, ranking, person, history, textAt),
    }));
    const standing = standingText(ranking, person);
    return reportExplanation(context, {
      ...asked,
      ...person,
      workspace,
      record,
      body,
      issues,
      told,
      headline: `${person.name}（${person.id}）${period} ${standing}`,
      sheet: xlsx
        ? {
            title: `${quarterTitle(period)} ${person.name}（${person.id}）星级排名说明`,
            head: [[`工号：${person.id}`, `姓名：${person.name}`], [standing]],
            total: null,
          }
        : null,
      signature,
    });
  });
}
