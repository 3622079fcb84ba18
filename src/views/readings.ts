// How an interpretation stands (解释口径): who confirmed the reading taken.
import type { InterpretationRecord } from '../model/record.ts';

export function confirmedText({ confirmed }: Pick<InterpretationRecord, 'confirmed'>): string {
  if (confirmed === null) return '未确认';
  const since = confirmed.from === null ? '' : `，自 ${confirmed.from}`;
  return `已确认（批准人：${confirmed.approver ?? '未注明'}${since}）`;
}
