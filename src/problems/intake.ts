// Problems of reading files, tables, values and people.
import { define } from './problem.ts';

export const intakeProblems = {
  fileDamaged: define<{ detail: string }>('error', () => ({
    message: '文件已损坏，无法读取',
    remedy: '请重新导出该文件，或用 Excel/WPS 打开后另存为 .xlsx',
  })),
};
