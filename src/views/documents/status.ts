// `status --json`.
import { fen, yuanNumber } from '../../model/money.ts';
import type { Status } from '../../model/status.ts';
import type { DocumentBody } from '../schemas/common.ts';
import type { statusBody } from '../schemas/status.ts';
import { adviceOn } from '../status.ts';

export const STATUS_SCHEMA = 'status/1';

export const statusDocument = ({ months, next }: Status): DocumentBody<typeof statusBody> => ({
  months: months.map((month) => ({
    ...month,
    owing: month.owing.map(({ amount, ...who }) => ({ ...who, amount: yuanNumber(fen(amount)) })),
  })),
  next: adviceOn(next),
});
