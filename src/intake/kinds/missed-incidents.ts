// 漏报: incidents found in a grid, and whether they had been missed.
import type { CivilDate } from '../../model/civil.ts';
import { INCIDENTS, type Incident } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { yesNo } from '../values/booleans.ts';
import { date } from '../values/dates.ts';
import { code } from '../values/ids.ts';
import { text, verbatim } from '../values/text.ts';
import { wordOf } from '../values/words.ts';
import { NO_VALIDITY, PLACE_FIELDS, VALIDITY_FIELDS, VALIDITY_WORDS } from './common.ts';

export interface MissedIncidentDraft {
  readonly date: CivilDate;
  readonly incident: Incident;
  readonly missed: boolean;
  readonly note: string | null;
  /** 编号, null where the table has none. */
  readonly id: string | null;
}

const incidentWord = wordOf<Incident>(
  INCIDENTS.map((incident) => [incident, incident]),
  INCIDENTS,
);
const missedWord = yesNo(['漏报'], ['未漏报']);

export const missedIncidents = defineKind({
  kind: 'missedIncidents',
  fields: {
    ...PLACE_FIELDS,
    ...VALIDITY_FIELDS,
    id: ['编号', '漏报编号', '问题编号'],
    date: ['发现日期', '日期', '发现时间'],
    incident: ['类型', '漏报类型', '问题类型', '类别'],
    missed: ['是否漏报', '认定结果', '漏报认定', '漏报', '认定', '认定情况', '是否认定漏报'],
    note: ['说明', '备注', '情况说明'],
  },
  before: { ...NO_VALIDITY, id: [], missed: ['是否漏报', '认定结果', '漏报认定', '漏报'] },
  recognisedBy: [
    ['date', 'missed'],
    ['grid', 'missed'],
  ],
  required: [['date'], ['grid'], ['incident'], ['missed']],
  words: { ...VALIDITY_WORDS, incident: incidentWord, missed: missedWord },
  parse(row) {
    const grids = row.locate();
    if (grids.length === 0) row.need('grid', text);
    if (grids.length > 1) row.fail('gridNotSingle', { found: grids }, 'grid');
    const day = row.need('date', date);
    if (day) row.happened(day);
    const incident = row.need('incident', incidentWord);
    const missed = row.need('missed', missedWord);
    const note = row.read('note', verbatim);
    const id = row.read('id', code);
    return day && incident && missed !== null ? { date: day, incident, missed, note, id } : null;
  },
});
