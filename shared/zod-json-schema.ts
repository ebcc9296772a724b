/** JSON schemas of contracts, where they are listed: 22 KB that no bundle of the product needs. */
export { toJSONSchema } from 'zod/mini';
