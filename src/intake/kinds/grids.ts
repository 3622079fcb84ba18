// 网格: names, villages, households and people of the grids.
import { defineKind } from '../kind.ts';
import { count } from '../values/counts.ts';
import { text } from '../values/text.ts';
import { PLACE_FIELDS } from './common.ts';

export interface GridDraft {
  readonly id: string;
  readonly name: string | null;
  readonly village: string | null;
  readonly households: number | null;
  readonly population: number | null;
}

export const grids = defineKind({
  kind: 'grids',
  fields: {
    ...PLACE_FIELDS,
    grid: [...PLACE_FIELDS.grid, '编号'],
    gridName: [...PLACE_FIELDS.gridName, '名称'],
    households: ['户数', '总户数', '户籍户数'],
    population: ['人口', '人口数', '总人口', '常住人口'],
  },
  recognisedBy: [
    ['grid', 'gridName'],
    ['grid', 'households'],
    ['grid', 'population'],
  ],
  required: [['grid']],
  parse(row) {
    const ids = row.locate();
    if (ids.length === 0) row.need('grid', text);
    if (ids.length > 1) row.fail('gridNotSingle', { found: ids }, 'grid');
    const draft = {
      name: row.read('gridName', text),
      village: row.read('village', text),
      households: row.read('households', count),
      population: row.read('population', count),
    };
    return ids[0] === undefined ? null : { id: ids[0], ...draft };
  },
});
