// The editions and the calendar that a month was closed with, as its archive holds them.
import type { Problem } from '../problems/problem.ts';
import { mistakesInRules } from '../rules/kinds.ts';
import { mistakeIn } from '../rules/mistakes.ts';
import { type OfficialDays, readOfficialDays } from '../scheme/calendar.ts';
import { type EditionSource, parseEdition } from '../scheme/parse-edition.ts';
import type { Archive } from './archive.ts';
import { CALENDAR } from './contents.ts';

const textIn = ({ bytesOf }: Archive, path: string): string | null => {
  const bytes = bytesOf(path);
  return bytes && new TextDecoder().decode(bytes);
};

export interface ArchivedEditions {
  readonly editions: readonly EditionSource[];
  readonly problems: readonly Problem[];
}

/** The editions as they were given; those that are missing or do not read are told. */
export async function archivedEditions(archive: Archive): Promise<ArchivedEditions> {
  const editions: EditionSource[] = [];
  const problems: Problem[] = [];
  for (const { entry, file } of archive.manifest.editions) {
    const text = textIn(archive, entry);
    if (text === null) continue;
    const parsed = parseEdition(text, file ?? undefined);
    const mistakes = 'mistakes' in parsed ? parsed.mistakes : await mistakesInRules(parsed);
    problems.push(...mistakes.map((mistake) => mistakeIn(file ?? entry, mistake)));
    if (!('mistakes' in parsed)) editions.push(parsed);
  }
  return { editions, problems };
}

/** Null where they are not there or are none. */
export function archivedDays(archive: Archive): OfficialDays | null {
  const text = textIn(archive, CALENDAR);
  return text === null ? null : readOfficialDays(text);
}
