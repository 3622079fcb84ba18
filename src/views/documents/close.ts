// `close --json`: what a month was closed with, or where a voided archive is kept.
import type { Manifest } from '../../model/archive.ts';
import type { closeBody, voidBody } from '../schemas/close.ts';
import type { DocumentBody } from '../schemas/common.ts';

export const CLOSE_SCHEMA = 'close/1';

type Closed = Pick<Manifest, 'revision' | 'code' | 'previous' | 'accepted' | 'holds'>;

export const closeDocument = (
  { revision, code, previous, accepted, holds }: Closed,
  archive: string,
  outputs: readonly string[],
): DocumentBody<typeof closeBody> => ({ archive, revision, code, previous, accepted, holds, outputs });

export const voidDocument = (voided: string): DocumentBody<typeof voidBody> => ({ voided });
