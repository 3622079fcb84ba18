// 银行代发: accounts and names that a list for the bank cannot be made of. No sentence tells a whole account.
import { define } from './definition.ts';

interface Who {
  readonly id: string;
  readonly name: string;
}
const who = ({ name, id }: Who): string => `${name}（${id}）`;

export const bankProblems = {
  bankColumnMissing: define<{ people: number }>('error', ({ people }) => ({
    message: `花名册没有“银行账号”列，应发补贴的 ${people} 人无法代发`,
    remedy: '请在花名册增加“银行账号”列（设为文本格式）并填写；不需要银行代发清单的，去掉 --bank',
  })),
  bankAccountMissing: define<Who & { amount: string; listed: boolean }>('error', (data) => ({
    message: `${who(data)}应发 ${data.amount} 元，${data.listed ? '' : '花名册中已没有此人，'}没有银行账号`,
    remedy: data.listed
      ? '请在花名册的“银行账号”列填写此人的账号'
      : '请在花名册中补上此人一行，写明离职日期，并填写银行账号',
  })),
  bankListStale: define<Record<never, never>>('warning', () => ({
    message: '以前生成的银行代发清单没有随本次核算更新',
    remedy: '请加 --bank 重新生成，或删除旧的清单，以免按旧的金额发放',
  })),
  /** `ending`: the last characters, never more than half of them. */
  bankAccountMalformed: define<Who & { ending: string; length: number }>('error', (data) => ({
    message: `${who(data)}的“银行账号”不是 8 至 30 位数字（${data.ending === '' ? '' : `尾号 ${data.ending}，`}共 ${data.length} 个字符）`,
    remedy: '请把该列设为文本格式，填写完整的账号，只写数字',
  })),
  bankAccountNotConfirmed: define<Who & { ending: string }>('error', ({ ending, ...data }) => ({
    message: `${who(data)}的“银行账号”（尾号 ${ending}）校验位不对或以零结尾，没有核对，不能代发`,
    remedy: '请与本人的卡核对：写错的改正；无误的，在花名册加一列“账号已核对”，此人写“是”',
  })),
  bankOutsideGbk: define<{ people: readonly (Who & { characters: string })[] }>('warning', ({ people }) => ({
    message: `银行代发清单里有 GBK 没有的字：${people.map((one) => `${who(one)}的“${one.characters}”`).join('、')}；按 GBK 读取的银行会丢字或拒收`,
    remedy: '请先问银行收不收 GB18030；不收的，改交 Excel 版清单，或按开户时银行登记的户名填写花名册',
  })),
  bankNameHostile: define<Who & { heading: string; found: string }>('error', ({ heading, found, ...data }) => ({
    message: `${who(data)}的“${heading}”是“${found}”，开头的符号会使电子表格把它当作公式`,
    remedy: `请在花名册中改正“${heading}”，删去开头的符号`,
  })),
};
