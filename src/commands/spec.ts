// What a command is, and what it is given.
import type { Context, ExitCode, Signature } from './context.ts';
import { type Options, type Parsed, type ValuesOf, valuesOf } from './options.ts';

/** What stands behind the first argument, and the command's own options. */
interface Given<V> {
  readonly second: string | null;
  /** All of a repeated first argument. */
  readonly all: readonly string[];
  readonly options: V;
}

type Run<V> = (context: Context, argument: string, signature: Signature, given: Given<V>) => Promise<ExitCode>;

interface Described {
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
}

/** A command as the command line knows it: its options come as commander parsed them. */
export interface CommandSpec extends Described {
  readonly options?: Options;
  readonly run: Run<Parsed>;
}

/** A command whose options are known to its `run` by name and type. */
export const command = <O extends Options>(
  spec: Described & { readonly options: O; readonly run: Run<ValuesOf<O>> },
): CommandSpec => ({
  ...spec,
  run: (context, argument, signature, given) =>
    spec.run(context, argument, signature, { ...given, options: valuesOf(spec.options, given.options) }),
});
