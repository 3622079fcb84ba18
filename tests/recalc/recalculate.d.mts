export const canRecalculate: () => boolean;
export const recalculated: (workbooks: readonly Uint8Array[]) => readonly Uint8Array[];
