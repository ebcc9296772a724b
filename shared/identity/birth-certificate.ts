/**
 * Number of a Chinese medical certificate of birth: one letter and nine digits, without a check character.
 * Source: domain R28; 《出生医学证明》管理办法.
 */
export const isBirthCertificateNumber = (text: string): boolean => /^[A-Z]\d{9}$/.test(text);
