// Which clause each paragraph of a document belongs to, and under which name it is cited.
import { normalised } from './normalise.ts';
import { isBare, type Paragraph } from './paragraphs.ts';

/** A heading without a number → what the clauses below it are called: {专职网格员工作要求: 要求}. */
export type Headings = Readonly<Record<string, string>>;

const PREAMBLE = '前言';
const CLOSING = '落款';
const LAST = '末段';

/** A clause ends where the next of its own or a lower level begins. */
const LEVEL = { chapter: 0, section: 1, list: 2, item: 3 } as const;

/** The clause of a paragraph; `opens` where the clause begins with it. */
export interface Named {
  readonly name: string;
  readonly level: number;
  readonly opens: boolean;
}

/** Where the signature begins: the trailing bare lines, if anything is numbered at all. */
function closingStart(paragraphs: readonly Paragraph[], isHeading: (paragraph: Paragraph) => boolean): number {
  if (paragraphs.every(({ mark }) => mark === 'none')) return -1;
  const last = paragraphs.findLastIndex((one) => !isBare(one) || isHeading(one));
  return last + 1;
}

/** Whether a list goes on after unnumbered paragraphs, or begins with them as its heading. */
function nextItem(paragraphs: readonly Paragraph[], from: number, isHeading: (paragraph: Paragraph) => boolean) {
  const next = paragraphs.slice(from).find((one) => one.mark !== 'none' || isHeading(one));
  return next?.mark === 'item' ? Number(next.number) : null;
}

export function clauseNames(paragraphs: readonly Paragraph[], headings: Headings): readonly Named[] {
  const lists = new Map(Object.entries(headings).map(([heading, name]) => [normalised(heading), name]));
  const isHeading = ({ mark, whole }: Paragraph) => mark === 'none' && lists.has(whole);
  const closing = closingStart(paragraphs, isHeading);
  const taken = new Map<string, number>();
  let chapter = '';
  let base = '';
  let list = '';
  let listCount = 0;
  let item = 0;
  let current: Named = { name: '', level: 0, opens: false };

  /** A name that the document uses twice is told apart: 三（三）, 三（三）之2. */
  function open(name: string, level: number): Named {
    const times = (taken.get(name) ?? 0) + 1;
    taken.set(name, times);
    current = { name: times === 1 ? name : `${name}之${times}`, level, opens: true };
    return current;
  }
  function openList(name: string): Named {
    list = name;
    listCount++;
    item = 0;
    return open(`${base}${name}`, LEVEL.list);
  }
  function openSection(name: string, level: number): Named {
    const opened = open(name, level);
    base = opened.name;
    list = '';
    listCount = 0;
    item = 0;
    return opened;
  }
  function openItem(number: number): Named {
    // A second list without a heading: its numbers start again.
    if (number <= item) list = `第${++listCount + 1}组`;
    item = number;
    return open(`${base}${list}${number}`, LEVEL.item);
  }
  function unnumbered(one: Paragraph, at: number): Named {
    if (at === closing) return openSection(CLOSING, LEVEL.chapter);
    if (base === '') return current.name === '' ? open(PREAMBLE, LEVEL.chapter) : { ...current, opens: false };
    const known = lists.get(one.whole);
    if (known !== undefined) return openList(known);
    const next = nextItem(paragraphs, at + 1, isHeading);
    if (next === 1 && isBare(one) && paragraphs[at + 1]?.mark === 'item') return openList(one.whole);
    if (item > 0 && next === null) {
      item = 0;
      return open(`${base}${LAST}`, LEVEL.list);
    }
    return { ...current, opens: false };
  }

  return paragraphs.map((one, at) => {
    if (one.mark === 'chapter') {
      chapter = one.number;
      return openSection(chapter, LEVEL.chapter);
    }
    if (one.mark === 'section') return openSection(`${chapter}${one.number}`, LEVEL.section);
    if (one.mark === 'item') return openItem(Number(one.number));
    return unnumbered(one, at);
  });
}
