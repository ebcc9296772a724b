/** How staff of the association look at what they are shown. */
import type { Hand } from './phones';

/** From 我的 to the first page of one's office. */
export async function opensOffice(hand: Hand, office: 'specialist' | 'county'): Promise<void> {
  await hand.openTab('我的');
  await hand.tap(`role-${office}`);
}

/** Down from the county to the villages of one township; answers the line of one village. */
export async function readsVillageRow(hand: Hand, township: string, village: string): Promise<string> {
  await hand.tap('staff-open-figures');
  await hand.tap(`figures-row-${township}`);
  await hand.see({ id: `figures-row-${village}` });
  return hand.phone.text({ id: `figures-row-${village}` });
}
