// Colours, only where they are wanted.
import chalkDefault, { Chalk, type ChalkInstance } from 'chalk';

/** Of a stream: none when it is no terminal or NO_COLOR is set. */
export const coloursFor = (stream: { isTTY?: boolean }, noColor: boolean): ChalkInstance =>
  new Chalk({ level: stream.isTTY && !noColor ? chalkDefault.level : 0 });
