// A node of a tree on the screen: one line of text and what stands below it.
export interface Branch {
  readonly text: string;
  readonly below: readonly Branch[];
}
