/** How a family reports an accident, and how the desk settles it. */
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import type { LocalCloud } from '../local-cloud';
import { photo } from '../photo';
import type { Hand } from './phones';
import { ask } from './records';

export interface Accident {
  /** Position of the person on the policy. */
  person: number;
  /** `YYYY-MM-DD`, China. */
  day: string;
  /** `HH:mm`, China. */
  time: string;
  place: string;
  story: string;
  accountNumber: string;
}

/** The first three steps: who, what, two photos of papers. */
export async function reports(hand: Hand, accident: Accident): Promise<void> {
  await hand.tap('home-claim');
  await hand.tap(`claim-person-${accident.person}`);
  await hand.tap('claim-who-next');
  await hand.tap('claim-kind-medical');
  await hand.tap('claim-cause-farmWork');
  await hand.turn('claim-day', accident.day);
  await hand.turn('claim-time', accident.time);
  await hand.write('claim-place', accident.place);
  await hand.write('claim-story', accident.story);
  await hand.tap('claim-what-next');
  hand.phone.person.photos = [
    { name: 'invoice.jpg', bytes: photo({ colour: 0xf2efe6 }) },
    { name: 'record.jpg', bytes: photo({ colour: 0x9fb4c7 }) },
  ];
  await hand.tap('claim-photos-add');
  await hand.tap('claim-papers-next');
  await hand.write('claim-account', accident.accountNumber);
  await hand.tap('claim-bank-0');
}

/** The bytes (latin1) of a claim's photos as its family gets them back. */
export async function keptPhotos(cloud: LocalCloud, openid: string, claimId: string): Promise<string[]> {
  const { claim } = await ask(cloud, openid, getMyClaim, { claimId });
  return Promise.all(
    claim.photos.map(async ({ url }) => {
      const answer = await fetch(url);
      return Buffer.from(await answer.arrayBuffer()).toString('latin1');
    }),
  );
}

/** From 我的 to one case on the desk. */
export async function opensCase(hand: Hand, claimId: string): Promise<void> {
  await hand.openTab('我的');
  await hand.tap('role-desk');
  await hand.tap(`queue-row-${claimId}`);
}

/** Registers a case whose facts are clear. */
export async function registers(hand: Hand): Promise<void> {
  await hand.tap('case-register');
  await hand.tap('case-complexity-clear');
  await hand.tap('case-reason-standard-1');
  await hand.tap('case-confirm');
}

/** Enters one invoice, waits for the rules' result and hands the case in. */
export async function assesses(
  hand: Hand,
  invoice: { label: string; number: string; amount: string; others: string; comesTo: string },
): Promise<void> {
  await hand.write('facts-invoice-1-label', invoice.label);
  await hand.write('facts-invoice-1-number', invoice.number);
  await hand.write('facts-invoice-1-amount', invoice.amount);
  await hand.write('facts-invoice-1-others', invoice.others);
  await hand.tap('facts-social-insurance-yes');
  await hand.read(invoice.comesTo);
  await hand.tap('case-assess');
  await hand.tap('case-reason-standard-1');
  await hand.tap('case-confirm');
}

/** The family opens its claim, reads how the figure came about, and agrees. */
export async function agrees(hand: Hand, claimId: string, formula: string): Promise<void> {
  await hand.openTab('理赔');
  await hand.tap(`claim-${claimId}`);
  await hand.tap('progress-statement');
  await hand.read(formula);
  await hand.tap('statement-agree');
  await hand.read('准备打款');
}

/** Hands a payment to the bank. */
export async function sendsMoney(hand: Hand, payoutId: string): Promise<void> {
  await hand.openTab('我的');
  await hand.tap('role-payouts');
  await hand.tap(`payout-send-${payoutId}`);
}

/** Enters that the bank has paid. */
export async function entersBankResult(hand: Hand, payoutId: string, reference: string): Promise<void> {
  await hand.tap('payout-tab-sent');
  await hand.tap(`payout-paid-${payoutId}`);
  await hand.write('payout-reference', reference);
  await hand.tap('payout-confirm');
}
