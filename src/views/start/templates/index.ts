// Every template, in the order of the glossary.
import type { OfficeKind } from '../../../intake/office-kinds.ts';
import { TABLE_KINDS, type TableKind } from '../../../model/terms.ts';
import { excused, leave, missedIncidents, noRecords } from './days.ts';
import { adjustments, scores, specialDuties, survey } from './marks.ts';
import { grids, roster } from './people.ts';
import type { Template } from './template.ts';
import { meetings, patrol, reports, tasks } from './work.ts';

/** Tables that people can fill in; track points come from devices. */
type TemplateKind = Exclude<TableKind, OfficeKind | 'trackPoints'>;

const BY_KIND: Readonly<Record<TemplateKind, Template>> = {
  roster,
  grids,
  patrol,
  reports,
  tasks,
  meetings,
  leave,
  excused,
  missedIncidents,
  specialDuties,
  scores,
  survey,
  adjustments,
  noRecords,
};

const hasTemplate = (kind: TableKind): kind is TemplateKind => Object.hasOwn(BY_KIND, kind);

export const TEMPLATES: readonly Template[] = (Object.keys(TABLE_KINDS) as TableKind[])
  .filter(hasTemplate)
  .map((kind) => BY_KIND[kind]);

export const templateName = ({ kind }: Template): string => TABLE_KINDS[kind];

/** By 巡查, 巡查表 or `patrol`. */
export const templateNamed = (text: string): Template | undefined =>
  TEMPLATES.find((one) => [one.kind, templateName(one), `${templateName(one)}表`].includes(text));
