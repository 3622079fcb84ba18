// Problems the rules find in facts that were read without one.
import { define } from './problem.ts';

export const ruleProblems = {
  noTasksAssigned: define<{ name: string; id: string; month: string }>('warning', ({ name, id, month }) => ({
    message: `${name}（${id}）${month} 没有应办结的事件或任务派单，任务奖励为 0`,
    remedy: '请核对派单台账是否漏导；确无派单的，按街道口径处理',
  })),
};
