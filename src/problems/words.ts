// Problem → severity and Chinese sentence.
import { catalogue } from './catalogue.ts';
import type { Definition, Severity, Words } from './definition.ts';
import type { Problem } from './problem.ts';

const definition = (problem: Problem) => catalogue[problem.code] as Definition<unknown>;

export const severityOf = (problem: Problem): Severity => definition(problem).severity;

export const wordsOf = (problem: Problem): Words => definition(problem).words(problem.data);

export const hasErrors = (problems: readonly Problem[]): boolean =>
  problems.some((problem) => severityOf(problem) === 'error');
