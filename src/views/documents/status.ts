// `status --json`.
import type { Status } from '../../model/status.ts';
import type { Told } from '../schemas/common.ts';
import type { statusBody } from '../schemas/status.ts';
import { adviceOn } from '../status.ts';

export const STATUS_SCHEMA = 'status/1';

export const statusDocument = ({ months, next }: Status): Told<typeof statusBody> => ({
  months: [...months],
  next: adviceOn(next),
});
