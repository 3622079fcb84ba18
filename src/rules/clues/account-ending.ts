// The last characters of a 银行账号: all that a record, a list or a sentence may show of it.

const SHOWN = 4;

/** Null without an account, and of one so short that its ending would be the whole of it. */
export const accountEnding = (account: string | null): string | null =>
  account !== null && account.length > SHOWN ? account.slice(-SHOWN) : null;
