// 花名册: who serves where, as what and when. Several rows a person are several assignments.
import type { CivilDate } from '../../model/civil.ts';
import { ROLES, type Role } from '../../model/terms.ts';
import { defineKind } from '../kind.ts';
import { orEmpty } from '../values/blank.ts';
import { yesNo } from '../values/booleans.ts';
import { isIdNumber, passesLuhn } from '../values/check-digits.ts';
import { date } from '../values/dates.ts';
import { bankAccount, bankAccountBefore, isDoubtfulAccount } from '../values/ids.ts';
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
  /** 账号已核对: what a check digit says against it was looked at. */
  readonly accountConfirmed: boolean;
  /** 状态: whether it says that the person serves; null where it says nothing. */
  readonly serves: boolean | null;
}

const roleWord = wordOf<Role>(
  [...glossary(ROLES), ['专职', 'fullTime'], ['兼职', 'partTime'], ['指导员', 'adviser']],
  Object.values(ROLES),
);
const partyWord = yesNo(['党员', '中共党员'], ['群众']);

/** Whether somebody serves, in the words of 状态 (spec 3.0). */
const statusWord = wordOf<boolean>(
  [
    ...['在职', '在岗', '正常', '试用', '试用期', '借调', '是', '在编', '在册'].map((word) => [word, true] as const),
    ...[
      '离职',
      '已离职',
      '离岗',
      '已离岗',
      '调出',
      '已调出',
      '停职',
      '退出',
      '已退出',
      '辞职',
      '已辞职',
      '退休',
      '已退休',
      '解聘',
      '已解聘',
      '否',
      '不在岗',
      '不在职',
    ].map((word) => [word, false] as const),
  ],
  ['在职', '离职'],
);
const confirmedWord = yesNo(['已核对'], ['未核对']);

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
    accountConfirmed: ['账号已核对', '账号核对', '已核对账号', '银行账号已核对'],
    status: ['状态', '在职状态', '人员状态', '在岗状态', '在岗情况', '在职情况', '是否在职', '是否在岗'],
  },
  before: { accountConfirmed: [], status: [] },
  recognisedBy: [
    ['name', 'role'],
    ['person', 'role'],
    ['name', 'grid', 'hired'],
    ['name', 'grid', 'idNumber'],
    ['name', 'grid', 'bankAccount'],
  ],
  required: [['person'], ['name'], ['role'], ['grid']],
  words: { role: roleWord, party: partyWord, status: statusWord, accountConfirmed: confirmedWord },
  typed: { left: 'date' },
  parse(row) {
    const { id, name, idNumber } = row.identify();
    const grids = row.locate();
    for (const [field, value] of [
      ['person', id],
      ['name', name],
    ] as const) {
      if (value === null && row.fields.has(field)) row.need(field, text);
    }
    if (grids.length === 0) row.need('grid', text);
    const role = row.need('role', roleWord);
    const isOld = row.valueRules === 1;
    const account = row.read('bankAccount', isOld ? bankAccountBefore : orEmpty(bankAccount));
    const heading = (field: 'idNumber' | 'bankAccount') => row.fields.get(field)?.heading ?? '';
    if (idNumber !== null && !isIdNumber(idNumber) && !/^\d{15}$/.test(idNumber)) {
      row.warn('idNumberDoubtful', { heading: heading('idNumber'), found: masked(idNumber) }, 'idNumber');
    }
    const accountConfirmed = row.read('accountConfirmed', confirmedWord) === true;
    const isDoubtful = account !== null && (isOld ? !passesLuhn(account) : isDoubtfulAccount(account));
    if (isDoubtful && !accountConfirmed) {
      row.warn('bankAccountDoubtful', { heading: heading('bankAccount'), found: masked(account) }, 'bankAccount');
    }
    const [hired, left] = [row.read('hired', orEmpty(date)), row.read('left', orEmpty(date))];
    const [from, to] = [row.read('from', orEmpty(date)), row.read('to', orEmpty(date))];
    const serves = row.read('status', statusWord);
    if (serves === false && left === null && to === null)
      row.fail('statusWithoutDate', { heading: row.headingOf('status'), found: row.shownIn('status') }, 'status');
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
      bankName: row.read('bankName', orEmpty(text)),
      accountConfirmed,
      serves,
    };
    return role && { role, ...draft };
  },
});
