// 花名册: who serves where, as what and when. Several rows a person are several assignments.
import type { CivilDate } from '../../model/civil.ts';
import { ROLES, type Role } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { yesNo } from '../values/booleans.ts';
import { isIdNumber, passesLuhn } from '../values/check-digits.ts';
import { date } from '../values/dates.ts';
import { bankAccount } from '../values/ids.ts';
import { masked } from '../values/masked.ts';
import { nameList, text } from '../values/text.ts';
import { glossary, wordOf } from '../values/words.ts';
import { PERSON_FIELDS, PLACE_FIELDS } from './common.ts';

export interface RosterDraft {
  readonly role: Role;
  /** 曾用名, empty where none is written. */
  readonly formerNames: readonly string[];
  readonly gridName: string | null;
  readonly village: string | null;
  readonly party: boolean | null;
  readonly hired: CivilDate | null;
  readonly left: CivilDate | null;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
  readonly bankAccount: string | null;
  readonly bankName: string | null;
}

const roleWord = wordOf<Role>(
  [...glossary(ROLES), ['专职', 'fullTime'], ['兼职', 'partTime'], ['指导员', 'adviser']],
  Object.values(ROLES),
);
const partyWord = yesNo(['党员', '中共党员'], ['群众']);

export const roster = defineKind({
  kind: 'roster',
  fields: {
    ...PERSON_FIELDS,
    person: [...PERSON_FIELDS.person, '编号'],
    ...PLACE_FIELDS,
    formerNames: ['曾用名', '原名', '原姓名', '曾用姓名', '更名前姓名'],
    party: ['党员', '是否党员', '是否中共党员', '中共党员'],
    hired: ['入职日期', '上岗日期', '入职时间', '上岗时间', '到岗日期'],
    left: ['离职日期', '离岗日期', '离职时间', '离岗时间'],
    from: ['任职开始', '任职开始日期', '任职起始日期', '任职起'],
    to: ['任职结束', '任职结束日期', '任职截止日期', '任职止'],
    bankAccount: ['银行账号', '卡号', '银行卡号', '银行账户', '工资卡号', '账号', '银行帐号'],
    bankName: ['开户行', '开户银行'],
  },
  recognisedBy: [
    ['name', 'role'],
    ['person', 'role'],
    ['name', 'grid', 'hired'],
    ['name', 'grid', 'idNumber'],
    ['name', 'grid', 'bankAccount'],
  ],
  required: [['person'], ['name'], ['role'], ['grid']],
  parse(row) {
    const { id, name, idNumber } = row.identify();
    const grids = row.locate();
    for (const [field, value] of [
      ['person', id],
      ['name', name],
    ] as const) {
      if (value === null) row.need(field, text);
    }
    if (grids.length === 0) row.need('grid', text);
    const role = row.need('role', roleWord);
    const account = row.read('bankAccount', bankAccount);
    const heading = (field: 'idNumber' | 'bankAccount') => row.fields.get(field)?.heading ?? '';
    if (idNumber !== null && !isIdNumber(idNumber) && !/^\d{15}$/.test(idNumber)) {
      row.warn('idNumberDoubtful', { heading: heading('idNumber'), found: masked(idNumber) }, 'idNumber');
    }
    if (account !== null && !passesLuhn(account)) {
      row.warn('bankAccountDoubtful', { heading: heading('bankAccount'), found: masked(account) }, 'bankAccount');
    }
    const [hired, left] = [row.read('hired', date), row.read('left', date)];
    const [from, to] = [row.read('from', date), row.read('to', date)];
    if (hired !== null && left !== null && left < hired) row.fail('rangeReversed', { from: hired, to: left }, 'left');
    if (from !== null && to !== null && to < from) row.fail('rangeReversed', { from, to }, 'to');
    const draft = {
      formerNames: row.read('formerNames', nameList) ?? [],
      gridName: row.read('gridName', text),
      village: row.read('village', text),
      party: row.read('party', partyWord),
      hired,
      left,
      from,
      to,
      bankAccount: account,
      bankName: row.read('bankName', text),
    };
    return role && { role, ...draft };
  },
});
