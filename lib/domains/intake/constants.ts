/** What a key may be allowed to do. */
export const apiScopes = ["orders:write", "shop-days:write", "batches:read", "totals:read"] as const;

/** Beyond it a key is made anew: what nobody renews, nobody watches. */
export const maxKeyDays = 366;
export const keyPrefix = "wmk_";
export const shownPrefixLength = 12;

/** One request: larger deliveries are files. */
export const maxBodyBytes = 16 * 1024 * 1024;
export const maxRecordsPerRequest = 200_000;
/** Refused lines an answer names; the error file of the batch has them all. */
export const maxListedErrors = 1_000;
