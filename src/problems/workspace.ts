// Problems of months, folders and editions.
import { define } from './definition.ts';

const TABLES = '花名册（工号、姓名、角色、网格编号）、巡查（日期、工号、在线时长、巡查里程…）、信息、派单、例会';

export const workspaceProblems = {
  monthFolderMissing: define<{ folder: string }>('error', ({ folder }) => ({
    message: `没有文件夹 ${folder}`,
    remedy: `请在工作目录下新建文件夹 ${folder}，放入本月导出的表：${TABLES}`,
  })),
  linkStray: define<{ leads: 'outside' | 'nowhere' | 'folder' }>('error', ({ leads }) => ({
    message: {
      outside: '这是一个链接，指向工作目录之外：别处一改，核算和归档跟着变',
      nowhere: '这是一个链接，它指向的文件不在了，没有读取',
      folder: '这是一个指向文件夹的链接，其中的文件没有读取',
    }[leads],
    remedy: '请删除链接，把文件（文件夹）本身复制到这里',
  })),
  noEdition: define<{ month: string; first: string }>('error', ({ month, first }) => ({
    message: `${month} 没有施行中的方案，最早的方案自 ${first} 起施行`,
    remedy: `请核对月份；方案施行前的月份不能核算`,
  })),
  editionGap: define<{ month: string }>('error', ({ month }) => ({
    message: `${month} 没有施行中的方案：前一方案已经停止施行，后一方案尚未施行或没有提供`,
    remedy: '请用 --scheme 指明这个月施行的方案文件，或更正方案的施行起止月份，使其前后衔接',
  })),
  severalEditions: define<{ month: string; editions: readonly string[] }>('error', ({ month, editions }) => ({
    message: `${month} 同时有多个方案施行：${editions.join('、')}`,
    remedy: '请更正方案的施行起止月份，或在新方案中写明 follows（接替的方案编号），使其前后衔接、互不重叠',
  })),
};
