// Scores, grids and duties of the product against the second implementation, over random offices: 300 of them, 2,000 with
// WANGGE_ALL=1 (npm run prove).
import { afterAll, describe, expect, test } from 'vitest';
import { payDocument } from '../../src/views/documents/pay.ts';
import { memoryWorkspace } from '../memory-workspace.ts';
import { decidedMonths } from './decided.ts';
import { officeFiles } from './files.ts';
import { expectedDuties, expectedGrids, expectedScores } from './naive-assessment.ts';
import { randomTeamOffice } from './random-assessment.ts';

const OFFICES = Number(process.env.ASSESSMENT_OFFICES ?? (process.env.WANGGE_ALL === '1' ? 2_000 : 300));
const FIRST = Number(process.env.ASSESSMENT_FIRST ?? 1);
/** So many offices make one test. */
const TOGETHER = 100;
const compared = { scores: 0, grids: 0, duties: 0 };

/** What is dispatched to a grid is the office's duty, no part of its assessment. */
const undispatched = <D extends { duties: unknown }>({ duties: _, ...grid }: D) => grid;

/** Titles are the edition's words; the second implementation has none. */
const untitled = <D extends { title: string }>({ title: _, ...duty }: D) => duty;

/** Two offices of three have one month only. */
const SINGLE_MONTHS = ['2021-07', '2021-09', '2022-02', '2024-02', '2024-06'];

const officeOf = (seed: number) =>
  seed % 3 === 0
    ? randomTeamOffice(seed)
    : randomTeamOffice(seed, { months: [SINGLE_MONTHS[seed % SINGLE_MONTHS.length] as string] });

/** Figures are lacking here and there for many at once: the word that there are none changes no verdict. */
const NO_RECORDS = {
  path: '确无记录.csv',
  text: '开始日期,结束日期,工号,指标,理由,批准人\n2021-06-01,2030-12-31,,全部,随机的单位,李主任\n',
};

async function compare(seed: number): Promise<void> {
  const office = officeOf(seed);
  const workspace = memoryWorkspace([...officeFiles(office, seed), NO_RECORDS]);
  for (const [month, record] of await decidedMonths(workspace)) {
    const { scores, grids, duties } = payDocument(record);
    expect(scores, `scores of office ${seed} ${month}`).toEqual(expectedScores(office, month));
    expect(grids.map(undispatched), `grids of office ${seed} ${month}`).toEqual(expectedGrids(office, month));
    expect(duties.map(untitled), `duties of office ${seed} ${month}`).toEqual(expectedDuties(office, month));
    compared.scores += scores.length;
    compared.grids += grids.length;
    compared.duties += duties.length;
  }
}

afterAll(() => {
  const { scores, grids, duties } = compared;
  console.log(`compared ${scores} scores, ${grids} grids, ${duties} requirements of ${OFFICES} offices`);
});

describe('agreement with the second implementation', () => {
  const starts = Array.from({ length: Math.ceil(OFFICES / TOGETHER) }, (_, index) => FIRST + index * TOGETHER);
  test.each(starts)(
    'offices from %i',
    async (start) => {
      for (let seed = start; seed < Math.min(start + TOGETHER, FIRST + OFFICES); seed += 1) await compare(seed);
    },
    120_000,
  );
});
