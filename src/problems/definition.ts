// One entry of the catalogue: how grave a problem is and the Chinese sentence made from its data.

/** An error stops every output; a warning is written and listed; a notice informs. */
export type Severity = 'error' | 'warning' | 'notice';

/** A problem as an office reads it: `message` says what is wrong, `remedy` what to do. */
export interface Words {
  readonly message: string;
  readonly remedy: string;
}

/** One entry of the catalogue: how grave, and the sentence made from the data. */
export interface Definition<D> {
  readonly severity: Severity;
  readonly words: (data: D) => Words;
}

export const define = <D>(severity: Severity, words: (data: D) => Words): Definition<D> => ({ severity, words });
