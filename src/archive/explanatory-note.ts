// 说明.txt in every archive: what it holds and how anybody checks it without the program.
import type { Manifest } from '../model/archive.ts';

type ManifestFacts = Pick<
  Manifest,
  'period' | 'office' | 'code' | 'previous' | 'opening' | 'revision' | 'program' | 'holds'
>;

/** Paths of the folders in an archive. */
export const FOLDERS = { inputs: '输入', outputs: '输出', scheme: '方案', past: '前期' } as const;

const chainText = ({ previous, opening }: ManifestFacts): string => {
  if (previous !== null) return `前一月是 ${previous.period}，其 manifest.json 的 SHA-256 是\n  ${previous.manifest}`;
  return opening === null
    ? '这是方案施行的第一个月，没有前一月。'
    : `归档从这个月开始。期初说明：${opening.reason}（${opening.by}，${opening.date}）`;
};

const holdsText = ({ holds }: ManifestFacts): string =>
  holds.length === 0
    ? ''
    : `\n暂缓发放：${holds.map(({ id, reason, by }) => `${id}（${reason}；${by}）`).join('、')}\n`;

export const archiveText = (
  told: ManifestFacts,
): string => `${told.office ?? ''}${told.period} 网格员补贴归档（第 ${told.revision} 次关账）

一、里面有什么
${FOLDERS.inputs}/          关账时读取的表格，原样
${FOLDERS.scheme}/          当时施行的方案（含全部条款、参数、口径）和工作日历
${FOLDERS.past}/          以前月份的结果：结转、黄牌红牌、季度排名由此而来
${FOLDERS.outputs}/          关账时生成的工资发放表、公示、警告名单等
results.json   全部结果：每个人每一项的每一行、依据和出处
manifest.json  清单：每个文件的 SHA-256、上一月的指纹、处理意见、发放表单元格与项目的对照
SHA256SUMS     每个文件的 SHA-256

二、没有程序怎样核对
1. 解压到一个空文件夹，在其中运行：sha256sum -c SHA256SUMS
   （Windows：certutil -hashfile 文件名 SHA256，与 SHA256SUMS 中的值比较）
2. 打开 ${FOLDERS.outputs} 中的工资发放表：金额是公式，由各明细表和规则依据算出，可以重算；“核对”表逐行对照
3. 签字的发放表上印有结果校验码，应当是：${told.code}
   它由当时的输入、方案和结果算出，取自 results.json 的 seal 的前 20 位十六进制数
   它不含清单中的处理意见等说明；这些由后一个月的归档作证，那里记有本月 manifest.json 的 SHA-256
4. ${chainText(told)}
${holdsText(told)}
三、有程序怎样核对
wangge audit ${told.period}.zip --code ${told.code}
用归档中的输入、方案、日历和前期结果重新核算，逐值比较。制作归档的程序版本：${told.program}
`;
