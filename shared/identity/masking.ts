/** What people who need not know are shown of a name: 王建国 → 王*国, 王芳 → 王*. */
export const maskName = (name: string): string => {
  const characters = Array.from(name);
  const first = characters[0] ?? '';
  if (characters.length <= 2) return `${first}*`;
  return `${first}${'*'.repeat(characters.length - 2)}${characters[characters.length - 1] ?? ''}`;
};

/** 350421198503150019 → 3504**********0019; the short number of a birth certificate T350123456 → T*****3456. */
export const maskIdNumber = (idNumber: string): string => {
  const shown = idNumber.length > 10 ? 4 : 1;
  return `${idNumber.slice(0, shown)}${'*'.repeat(Math.max(0, idNumber.length - shown - 4))}${idNumber.slice(-4)}`;
};

/** 6222021402001234567 → **** 4567. */
export const maskAccount = (accountNumber: string): string => `**** ${accountNumber.slice(-4)}`;

/** 13800001234 → 138****1234. */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;
