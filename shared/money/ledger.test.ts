import fc from 'fast-check';
import { ledgerEntry, transferRows } from './ledger.schema';

const entry = (rows: unknown) => ({
  id: 'led_x',
  kind: 'claimPaid',
  subject: 'pay_x',
  rows,
  at: 1_800_000_000_000,
});

describe('ledger', () => {
  it('is zero-sum for every transfer: debit here, credit there', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (amountFen) => {
        const rows = transferRows('bank', 'claimsPayable', amountFen);
        expect(ledgerEntry.safeParse(entry(rows)).success).toBe(true);
        expect(rows[0]).toEqual({ account: 'claimsPayable', amountFen });
      }),
    );
  });
  it('refuses rows that do not sum to zero', () => {
    const rows = [
      { account: 'bank', amountFen: -100 },
      { account: 'claimsPayable', amountFen: 99 },
    ];
    expect(ledgerEntry.safeParse(entry(rows)).success).toBe(false);
  });
  it('refuses a single row', () => {
    expect(ledgerEntry.safeParse(entry([{ account: 'bank', amountFen: 0 }])).success).toBe(false);
  });
});
