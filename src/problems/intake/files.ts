// Files that cannot be read (文件).
import { define } from '../definition.ts';

export const fileProblems = {
  fileDamaged: define<{ detail: string }>('error', () => ({
    message: '文件已损坏，无法读取',
    remedy: '请重新导出该文件，或用 Excel/WPS 打开后另存为 .xlsx',
  })),
  fileEmpty: define<{ detail: string }>('error', () => ({
    message: '文件是空的（0 字节）',
    remedy: '请重新导出该文件；不需要的请移出文件夹',
  })),
  fileTooLarge: define<{ detail: string }>('error', () => ({
    message: '文件超出可读取的大小',
    remedy: '请按月或按表拆分后重新导出，并删除空白的格式行',
  })),
  fileTooSlow: define<{ detail: string }>('error', () => ({
    message: '文件读取时间过长，已停止读取',
    remedy: '请用 Excel/WPS 打开后另存为 .xlsx',
  })),
  fileEncrypted: define<{ detail: string }>('error', () => ({
    message: '文件有打开密码，无法读取',
    remedy: '请用 Excel/WPS 打开后取消密码，另存为 .xlsx',
  })),
  fileLegacyFormat: define<{ detail: string }>('error', () => ({
    message: '文件是不能直接读取的电子表格格式',
    remedy: '请用 Excel/WPS 打开后另存为 .xlsx',
  })),
  fileNotATable: define<{ detail: string }>('notice', () => ({
    message: '文件不是电子表格，未读取',
    remedy: '不需要处理；如果其中有数据，请另存为 .xlsx 或 .csv',
  })),
  fileNotAsNamed: define<{ extension: string }>('error', ({ extension }) => ({
    message: `扩展名是 ${extension}，内容却不是电子表格，无法读取`,
    remedy: '请重新导出；用 Excel/WPS 能打开的，另存为 .xlsx；不需要的请移出文件夹',
  })),
  fileEncoding: define<{ detail: string }>('error', () => ({
    message: '文本的编码既不是 UTF-8 也不是 GB18030，无法读取',
    remedy: '请用 Excel/WPS 打开后另存为 .xlsx，或另存为 UTF-8 编码的 .csv',
  })),
};
