// A file that cannot be read or written (exit 4), in words for the office.
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';
  /** `message` is Chinese and says what to do. */
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有权限，请先关闭 Excel 或 WPS 中打开的同名文件，再检查文件夹的读写权限',
  EPERM: '没有权限，请先关闭 Excel 或 WPS 中打开的同名文件，再检查文件夹的读写权限',
  EBUSY: '文件正被占用，请先关闭 Excel 或 WPS 中打开的同名文件',
  ENOSPC: '磁盘空间不足，请清理后重试',
  EROFS: '磁盘是只读的，请换一个位置',
  EXDEV: '文件夹不在同一个磁盘上，请把工作目录整个放在一个磁盘上',
  EIO: '磁盘读写出错，请检查磁盘后重试',
  ENOENT: '找不到文件或文件夹',
  ENOTDIR: '路径中有一段不是文件夹',
  EISDIR: '这是一个文件夹，不是文件',
  EEXIST: '已经有同名的文件，请把它移走后重试',
};

/** Of a system error; null for any other. */
export function reasonOf(cause: unknown): string | null {
  const code = (cause as NodeJS.ErrnoException).code;
  return typeof code === 'string' ? (REASONS[code] ?? code) : null;
}

/** Runs an effect on `path`; a system error becomes a StoreFailure that names the path. */
export async function onDisk<T>(action: string, path: string, effect: () => Promise<T>): Promise<T> {
  try {
    return await effect();
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === null) throw cause;
    throw new StoreFailure(`${action} ${path} 失败：${reason}`, { cause });
  }
}
