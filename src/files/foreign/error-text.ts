// Errors of formulas in files that write them as text.

const ERROR = /^(?:#(?:N\/A|DIV\/0!|REF!|NAME\?|VALUE!|NUM!|NULL!)|Err:\d+)$/;

export const isErrorText = (text: string): boolean => ERROR.test(text);
