// 方案 (`scheme`): the items, parameters and readings in force, each with its clause, as tables and as a document.
import type { Basis } from '../../model/decision.ts';
import { ABOUT } from '../../model/terms.ts';
import type { Edition } from '../../scheme/edition.ts';
import type { Parameter, Scheme } from '../../scheme/scheme.ts';
import { confirmedText } from '../readings.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { schemeBody } from '../schemas/scheme.ts';

export const SCHEME_SCHEMA = 'scheme/1';

/** Column widths add up to a screen of 80. */
export interface WideTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly string[])[];
}

function basisText(basis: Basis): string {
  if ('quote' in basis) return `文件规定 ${basis.clause}：“${basis.quote}”`;
  if ('approver' in basis) return `单位设定：${basis.reason}（批准人：${basis.approver}）`;
  return `街道自定 口径 ${basis.interpretation}${basis.clause ? `（${basis.clause}）` : ''}`;
}

/** `800元/月`; a choice has no unit to show. */
const valueText = ({ value, unit }: Parameter): string => (/^\d/.test(value) ? `${value}${unit}` : value);

const itemsTable = ({ items }: Edition): WideTable => ({
  title: '项目',
  head: ['项目', '条款', '对象', '编号'],
  widths: [17, 15, 26, 22],
  rows: items.map(({ item, title, clause, for: about }) => [
    title,
    clause,
    about.map((one) => ABOUT[one]).join('、'),
    item,
  ]),
});

const parametersTable = ({ parameters }: Scheme): WideTable => ({
  title: '参数',
  head: ['参数', '取值', '依据'],
  widths: [30, 14, 36],
  rows: [...parameters.values()].map((parameter) => [
    parameter.title,
    valueText(parameter),
    basisText(parameter.basis),
  ]),
});

const readingsTable = ({ readings }: Scheme): WideTable => ({
  title: '解释口径',
  head: ['编号', '条款', '问题和读法'],
  widths: [7, 13, 60],
  rows: readings.map((reading) => [
    reading.number,
    reading.clause ?? '',
    [
      reading.question,
      `采用${reading.taken ?? '（自定）'}：${reading.reading}　${confirmedText(reading)}`,
      ...reading.others.map(({ label, reading: other }) => `可选${label}：${other}`),
    ].join('\n'),
  ]),
});

export const schemeTables = (scheme: Scheme): readonly WideTable[] => [
  itemsTable(scheme.edition),
  parametersTable(scheme),
  readingsTable(scheme),
];

/** Which edition, from when to when, after which document. `until` is the last month, null when it goes on. */
export const schemeHead = ({ edition, sha256 }: Scheme, until: string | null): readonly string[] => [
  `${edition.title}（${edition.id}），自 ${edition.inForce.from} 起施行${until === null ? '' : `，至 ${until}`}`,
  `依据：${edition.document.issuer}《${edition.document.title}》（${edition.document.date}）`,
  `方案 SHA-256：${sha256}`,
];

export const schemeDocument = (scheme: Scheme, until: string | null): DocumentBody<typeof schemeBody> => ({
  scheme: { id: scheme.edition.id, sha256: scheme.sha256, title: scheme.edition.title },
  document: {
    title: scheme.edition.document.title,
    issuer: scheme.edition.document.issuer,
    date: scheme.edition.document.date,
    sha256: scheme.edition.document.sha256,
  },
  inForce: { from: scheme.edition.inForce.from, until },
  items: scheme.edition.items.map(({ item, title, clause, for: roles, kind }) => ({
    item,
    title,
    clause,
    for: roles,
    kind,
  })),
  parameters: [...scheme.parameters.values()].map(({ key, title, unit, value, basis }) => ({
    key,
    title,
    unit,
    value,
    basis,
    moves: scheme.edition.parameters[key]?.moves ?? [],
  })),
  interpretations: scheme.readings,
});
