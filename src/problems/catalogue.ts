// Every problem code of the program, in one list: the folder's files hold the sentences.
import { bankProblems } from './bank.ts';
import { calendarProblems } from './calendar.ts';
import { closingProblems } from './closing.ts';
import { intakeProblems } from './intake.ts';
import { ruleProblems } from './rules.ts';
import { schemeProblems } from './scheme.ts';
import { settingProblems } from './settings.ts';
import { workspaceProblems } from './workspace.ts';

export const catalogue = {
  ...intakeProblems,
  ...calendarProblems,
  ...workspaceProblems,
  ...settingProblems,
  ...ruleProblems,
  ...bankProblems,
  ...closingProblems,
  ...schemeProblems,
};
