// Problems of reading files, tables, values, people and rows.
import { fileProblems } from './intake/files.ts';
import { peopleProblems } from './intake/people.ts';
import { rowProblems } from './intake/rows.ts';
import { tableProblems } from './intake/tables.ts';
import { valueProblems } from './intake/values.ts';

export const intakeProblems = {
  ...fileProblems,
  ...tableProblems,
  ...valueProblems,
  ...peopleProblems,
  ...rowProblems,
};
