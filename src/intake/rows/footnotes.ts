// Texts that stand below or between the data (合计、表尾说明): what they look like, told from their ends first.

const TOTAL = /^(.*?)(?:合计|小计|总计|共计|累计|总和|平均|均值|人均)(?:数|值|人数|条数|次数|行)?(?:[:(\d].*)?$/;
/** A name may have one more sign than 小计, as in 王小计; what is summed has more. */
const SUMMED = /^(?:|.{2,12})$/;

const LABELS =
  '注 备注 附注 附 附件 说明 填表说明 填报说明 填写说明 统计说明 数据说明 数据来源 来源 口径 统计口径 图例 ' +
  '制表 制表人 制单 制单人 编制 编制人 审核 审核人 复核 复核人 审批 审批人 批准 批准人 签发 签发人 填表 填表人 填报 填报人 ' +
  '填报单位 填表单位 上报单位 报送单位 制表单位 经办 经办人 统计 统计人 统计员 校对 负责人 单位负责人 部门负责人 主管 主管领导 ' +
  '分管领导 领导 领导签字 签字 签名 盖章 单位 部门 日期 打印日期 打印时间 打印人 导出时间 导出日期 导出人 制表日期 制表时间 ' +
  '填表日期 填报日期 统计时间 统计日期 统计周期 更新时间 生成时间 联系电话 联系人 电话 总人数 总条数 记录数';
const LABELLED = new RegExp(`^(?:${LABELS.split(' ').join('|')})(?:\\([^()]*\\))?\\d*[:、.]`);
const LABEL_ALONE = new RegExp(`^(?:${LABELS.split(' ').join('|')})(?:\\([^()]*\\))?[:]$`);
const NOTE_ALONE = /^(?:说明|备注|注|填表说明|附注)$/;
const COUNTED = /^(?:总?共|总计|合计)\d+[条行人页项户次名个份]/;
const PAGE = /^第[\d一二三四五六七八九十]+页|^PAGE\d/i;
const END = /^[-—–_=*·.~…]*(?:本页)?(?:以下空白|以下无正文|以下无内容|以下无数据|END)[-—–_=*·.~…]*$/i;
const RULE = /^[-—–_=*·.~…]{2,}$/;
const ABOUT_THE_TABLE = /^(?:以上|上述|本表|此表|该表|本报表|表中|数据截[止至]|截[止至])/;
const STARRED = /^[*※★▲△●○]+.{4,}$/;
const NUMBERED = /^\(?[\d一二三四五六七八九十]{1,2}[)、.](?!\d).{4,}$/;
const HAN = /\p{Script=Han}/u;

/** 合计, 本页小计, 合计（31人） … */
export function isTotal(text: string): boolean {
  const match = TOTAL.exec(text);
  return match !== null && SUMMED.test(match[1] as string);
}

/** A text by itself, such as 注：…, 共 31 条, —以下空白—. */
export const isNote = (text: string): boolean =>
  [LABELLED, COUNTED, PAGE, END, RULE, ABOUT_THE_TABLE].some((pattern) => pattern.test(text));

/** A text that is a note where it is alone in its row. */
export const isLoneNote = (text: string): boolean =>
  isNote(text) || NOTE_ALONE.test(text) || ((STARRED.test(text) || NUMBERED.test(text)) && HAN.test(text));

/** 制表人： with what it asks for in the next cell. */
export const isLabel = (text: string): boolean => LABEL_ALONE.test(text);

const BEGIN = 1;
const END_OF_TOTAL = 2;
const HINTS = new Uint8Array(0x10000);
const hint = (signs: string, of: number): void => {
  for (const sign of signs) HINTS[sign.charCodeAt(0)] = (HINTS[sign.charCodeAt(0)] as number) | of;
};
hint(LABELS.replace(/(?<=\S)\S| /g, ''), BEGIN);
hint('共总合小累平均人第本此该表截上以-—–－_＿=＝*＊·.．~～…', BEGIN);
hint('计和均:：', END_OF_TOTAL);
/** Spaces of any kind: what stands behind them is not looked at. */
hint(' \t\n\r\u00a0\u3000\u200b\ufeff', BEGIN | END_OF_TOTAL);

/** Whether a text is worth a closer look: of a million cells nearly none is. */
export const mayBeNoData = (text: string): boolean =>
  ((HINTS[text.charCodeAt(0)] as number) & BEGIN) !== 0 ||
  ((HINTS[text.charCodeAt(text.length - 1)] as number) & END_OF_TOTAL) !== 0;
