// Assessments told: a score with the contents it is made of, requirements with what was reached, each with its grounds
// and cells.
import type { YearMonth } from '../../model/civil.ts';
import type { Assessment, Finding, Score } from '../../model/decision.ts';
import { formulaText } from '../../model/expression.ts';
import type { GridRecord, MonthRecord, TeamMember } from '../../model/record.ts';
import { ROLES } from '../../model/terms.ts';
import { daysOfMonth } from '../../scheme/calendar.ts';
import { daysText, findingText, metText, requiredText } from '../assessed.ts';
import { namedSources, type TextAt } from '../sources.ts';
import { groundTexts } from './grounds.ts';
import { type ExplanationNode, explanationNode } from './node.ts';
import { sourceTexts } from './source-texts.ts';

/** `培训例会 5 分（满分 10 分）`, `有效信息 18 条（应不少于 20 条）：未达到`, `网格长 0 名（应 1 名）：未达到，1至15日` */
function findingLine(finding: Finding): string {
  const { title, value, unit, full, required, days } = finding;
  const own = `${title} ${findingText(value, unit)}`;
  if (full !== null) return `${own}（满分 ${findingText(full, unit)}）`;
  if (required === null) return own;
  const when = days === null ? '' : `，${daysText(days)}`;
  return `${own}（${requiredText(finding)}）：${metText(finding)}${when}`;
}

/** The grounds of a score are not told again with each of its contents. */
const toldFinding = (record: MonthRecord, finding: Finding, score: Score | null, textAt: TextAt): ExplanationNode =>
  explanationNode(findingLine(finding), {
    formula: finding.required === null && finding.expression ? formulaText(finding.expression) : null,
    grounds:
      JSON.stringify(finding.basis) === JSON.stringify(score?.basis)
        ? []
        : groundTexts(record, finding.basis, finding.interpretations),
    sources: sourceTexts(namedSources(record, finding.sources, textAt)),
  });

function summaryOf({ title, score, findings }: Assessment): string {
  if (score !== null) {
    const rank = score.rank === null ? '' : `（第 ${score.rank} 名）`;
    return `${title} ${findingText(score.value, '分')}${rank}`;
  }
  const count = (met: boolean | null) => findings.filter((one) => one.met === met).length;
  const open = count(null) === 0 ? '' : `，${count(null)} 项无数据或不作判断`;
  return `${title}：${count(true)} 项达到，${count(false)} 项未达到${open}`;
}

/** In whole, or in a line with what was not reached: then `--item` tells the rest. */
export function toldAssessment(
  record: MonthRecord,
  assessment: Assessment,
  isWhole: boolean,
  textAt: TextAt,
): ExplanationNode {
  const { findings, score } = assessment;
  if (!isWhole) {
    const short = findings.filter(({ met }) => met === false);
    return explanationNode(summaryOf(assessment), { below: short.map((one) => explanationNode(findingLine(one))) });
  }
  return explanationNode(summaryOf(assessment), {
    formula: score?.expression ? formulaText(score.expression) : null,
    grounds: score?.basis ? groundTexts(record, score.basis, score.interpretations) : [],
    below: findings.map((one) => toldFinding(record, one, score, textAt)),
  });
}

/** Who holds a grid in which role; the days only where they are not the whole month. */
export function toldTeam({ team }: GridRecord, period: YearMonth): ExplanationNode {
  const all = daysOfMonth(period).length;
  const days = (member: TeamMember) => (member.days.length === all ? '' : `，${daysText(member.days)}`);
  const party = ({ partyMember }: TeamMember) => (partyMember ? '，党员' : '');
  return explanationNode(team.length === 0 ? '人员：无' : '人员', {
    below: team.map((one) => explanationNode(`${ROLES[one.role]} ${one.name}（${one.id}）${party(one)}${days(one)}`)),
  });
}
