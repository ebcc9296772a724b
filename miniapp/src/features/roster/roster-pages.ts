/** Where a roster is shown. */
export const rosterPage = (rosterId: string): string =>
  `/packages/staff/pages/roster/roster?rosterId=${rosterId}`;

/** Where one is uploaded. */
export const UPLOAD_PAGE = '/packages/staff/pages/upload-roster/upload-roster';
