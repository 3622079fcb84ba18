// Columns that many tables share: whom a row is about (人员) and where it belongs (网格, 镇街).

export const PERSON_FIELDS = {
  person: ['工号', '人员编号', '网格员编号', '网格员工号', '员工编号', '职工编号'],
  name: ['姓名', '网格员姓名', '人员姓名', '员工姓名', '网格员'],
  idNumber: ['身份证号', '身份证号码', '身份证', '公民身份号码', '证件号码'],
  phone: ['手机', '联系电话', '手机号', '手机号码', '电话', '联系方式'],
} as const;

export const PLACE_FIELDS = {
  grid: ['网格编号', '所属网格编号', '网格编码', '所属网格编码'],
  township: ['所属镇街', '镇街', '所属街道', '街道', '镇（街道）', '乡镇（街道）', '乡镇街道', '所属乡镇'],
} as const;

/** At least one column must tell who it is. */
export const SOME_PERSON = ['person', 'name', 'idNumber', 'phone'] as const;
