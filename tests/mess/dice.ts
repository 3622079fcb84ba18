/** The chances of one style, and a note of everything that was drawn. */
import { Chance } from '../oracle/prng.ts';

export type Weights<T extends string> = Readonly<Record<T, number>>;

export class Dice extends Chance {
  constructor(
    seed: number,
    /** `dimension: choice` of everything that this style does. */
    readonly drawn: Set<string> = new Set(),
  ) {
    super(seed);
  }

  /** Dice of their own for a part of the style: what is drawn there changes nothing elsewhere. */
  fork(): Dice {
    return new Dice(this.int(0, 2 ** 31), this.drawn);
  }

  note(dimension: string, choice: string): void {
    this.drawn.add(`${dimension}: ${choice}`);
  }

  /** True with this probability, noted as a choice of the dimension. */
  does(dimension: string, choice: string, probability: number): boolean {
    const done = this.is(probability);
    if (done) this.note(dimension, choice);
    return done;
  }

  /** One of the choices by its weight, noted. */
  draw<T extends string>(dimension: string, weights: Weights<T>): T {
    const choices = Object.entries(weights) as [T, number][];
    let rest = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const [choice] =
      choices.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      }) ?? (choices.at(-1) as [T, number]);
    this.note(dimension, choice);
    return choice;
  }
}
