// Columns that many tables share: whom a row is about (人员), where it belongs (网格, 镇街) and whether it counts (审批、作废).
// Not every kind reads them all, but a table with 角色 beside its own columns must not look like half a roster.
import { freeState, standing, voided } from '../values/validity.ts';

export const PERSON_FIELDS = {
  person: ['工号', '人员编号', '网格员编号', '网格员工号', '员工编号', '职工编号'],
  name: ['姓名', '网格员姓名', '人员姓名', '员工姓名', '网格员'],
  idNumber: ['身份证号', '身份证号码', '身份证', '公民身份号码', '证件号码'],
  phone: ['手机', '联系电话', '手机号', '手机号码', '电话', '联系方式'],
  role: ['角色', '岗位', '人员类别', '人员类型', '岗位类别', '网格角色', '职务'],
} as const;

export const PLACE_FIELDS = {
  gridName: ['网格名称', '所属网格', '所在网格'],
  village: ['村社', '村（社区）', '行政村', '所属村社', '所属村（社区）', '村/社区'],
  grid: ['网格编号', '所属网格编号', '网格编码', '所属网格编码'],
  township: ['所属镇街', '镇街', '所属街道', '街道', '镇（街道）', '乡镇（街道）', '乡镇街道', '所属乡镇'],
} as const;

/** At least one column must tell who it is. */
export const SOME_PERSON = ['person', 'name', 'idNumber', 'phone'] as const;

const APPROVAL = {
  approval: ['审批状态', '审核状态', '流程状态', '单据状态', '审批情况', '审核情况', '审批进度'],
  decision: ['审批结果', '审核结果', '审批意见', '审核意见', '是否同意', '是否批准', '是否通过'],
  voided: [
    '是否作废',
    '是否撤销',
    '是否撤回',
    '是否取消',
    '是否删除',
    '是否重复',
    '作废标志',
    '删除标志',
    '作废',
    '撤销',
  ],
} as const;

/** Whether a row counts; 状态 decides as 审批状态 does. */
export const VALIDITY_FIELDS = {
  ...APPROVAL,
  approval: [...APPROVAL.approval, '状态'],
  isValid: ['是否有效'],
} as const;
/** As above where 状态 is free text: only void words in it decide. */
export const LOOSE_VALIDITY_FIELDS = { ...APPROVAL, freeState: ['状态', '记录状态', '数据状态'] } as const;

/** Versions before 0.4.0 passed over these columns. */
export const NO_VALIDITY = { approval: [], decision: [], voided: [], isValid: [] } as const;
export const NO_LOOSE_VALIDITY = { approval: [], decision: [], voided: [], freeState: [] } as const;

export const VALIDITY_WORDS = { approval: standing, decision: standing, voided, isValid: standing } as const;
export const LOOSE_VALIDITY_WORDS = { approval: standing, decision: standing, voided } as const;

/** Field → how its words are taken; in the order in which they are asked. */
export const VALIDITY_PARSERS = {
  voided,
  approval: standing,
  decision: standing,
  isValid: standing,
  freeState,
} as const;
