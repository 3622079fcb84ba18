// `audit --json`: for each archive every difference.
import type { IssueRecord } from '../../model/record.ts';
import type { auditBody } from '../schemas/audit.ts';
import type { DocumentBody } from '../schemas/common.ts';
import { issueDocument } from './issues.ts';

export const AUDIT_SCHEMA = 'audit/1';

type Archives = DocumentBody<typeof auditBody>['archives'];

interface AuditedArchive extends Pick<Archives[number], 'path' | 'differences'> {
  readonly asked: readonly IssueRecord[];
  readonly since: readonly IssueRecord[];
}

export const auditDocument = (audited: readonly AuditedArchive[]): DocumentBody<typeof auditBody> => ({
  archives: audited.map(({ path, differences, asked, since }) => ({
    path,
    ok: differences.length === 0,
    differences,
    asked: asked.map(issueDocument),
    since: since.map(issueDocument),
  })),
});
