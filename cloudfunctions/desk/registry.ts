import type { Operation } from '../_core/operation';

/** What the insurer's desk may call. */
export const deskOperations: readonly Operation[] = [];
