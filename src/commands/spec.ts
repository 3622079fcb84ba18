// What a command is, and how it reads what it was given.
import type { Context, ExitCode, Signature } from './context.ts';
import type { OptionSpec } from './options.ts';

/** The second argument, and the options of the command itself by their long names. */
export interface More {
  readonly second: string | null;
  /** All of a repeated first argument. */
  readonly all: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

export interface CommandSpec {
  readonly name: string;
  /** Null: it takes none. */
  readonly argument: string | null;
  readonly about: string;
  readonly argumentAbout: string;
  readonly example: string;
  readonly signed: boolean;
  /** The first argument may be left out; it is then empty. */
  readonly optional?: true;
  /** It is not about a workspace that is there: none is looked for. */
  readonly elsewhere?: true;
  /** The first argument may be repeated. */
  readonly repeated?: true;
  readonly second?: { readonly name: string; readonly about: string; readonly optional?: true };
  readonly options?: readonly OptionSpec[];
  readonly run: (context: Context, argument: string, signature: Signature, more: More) => Promise<ExitCode>;
}

export const textIn = ({ options }: More, name: string): string | null => {
  const value = options[name];
  return typeof value === 'string' ? value : null;
};
export const isSet = ({ options }: More, name: string): boolean => options[name] === true;
export const listIn = ({ options }: More, name: string): readonly string[] =>
  (options[name] as string[] | undefined) ?? [];

export const monthEndIn = (more: More) => ({
  objections: textIn(more, 'objections'),
  bank: isSet(more, 'bank'),
  csvEncoding: textIn(more, 'csvEncoding'),
});
