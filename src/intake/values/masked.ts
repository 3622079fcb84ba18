// Numbers that belong to a person (身份证号、手机、银行账号) as problems may tell them.

/** `330***********1234`: enough to find the cell, not enough to leak the number. */
export const masked = (digits: string): string =>
  digits.length <= 8 ? digits : `${digits.slice(0, 3)}${'*'.repeat(digits.length - 7)}${digits.slice(-4)}`;

/** Whatever column they strayed into: as long as a phone, or as an account or identity number. */
export const withoutPhones = (text: string): string => text.replace(/\d{11,}[Xx]?/g, masked);
export const withoutAccounts = (text: string): string => text.replace(/\d{15,}[Xx]?/g, masked);
