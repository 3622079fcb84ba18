// What a command is, and what it is given.
import type { Context, ExitCode, Signature } from './context.ts';
import type { Options, ValuesOf } from './options.ts';

/** What stands behind the first argument, and the command's own options. */
interface Given<O extends Options> {
  readonly second: string | null;
  /** All of a repeated first argument. */
  readonly all: readonly string[];
  readonly options: ValuesOf<O>;
}

export interface CommandSpec<O extends Options = Options> {
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
  readonly options?: O;
  readonly run: (context: Context, argument: string, signature: Signature, given: Given<O>) => Promise<ExitCode>;
}

/** A command whose options are known to its `run` by name and type. */
export const command = <O extends Options>(spec: CommandSpec<O>): CommandSpec => spec as unknown as CommandSpec;
