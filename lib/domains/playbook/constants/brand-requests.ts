/** Why a brand is not taken in; `OTHER` needs words. */
export const refusalReasons = [
	"NOT_VERIFIED",
	"CATEGORY_CLOSED",
	"ALREADY_HERE",
	"INFORMATION_MISSING",
	"OTHER",
] as const;

export const brandRequestStates = ["OPEN", "ACCEPTED", "REFUSED", "WITHDRAWN"] as const;

/** Requests from one mail address, and from one place, in half an hour. */
export const brandRequestLimits = { account: 3, address: 20, windowMinutes: 30 } as const;

export const brandRequestsPage = 30;
