// What a spreadsheet lets be typed into a cell (数据有效性). What is pasted is not held against it: reading decides.

export type Validation =
  /** A drop-down; an `open` one only proposes its words. */
  | { readonly type: 'list'; readonly words: readonly string[]; readonly open?: true }
  | { readonly type: 'number'; readonly whole: boolean; readonly least: number | null; readonly most: number | null }
  | { readonly type: 'date' }
  /** A month as text: `2021-07`. */
  | { readonly type: 'month' };
