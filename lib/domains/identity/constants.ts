/** Attempts allowed within a sliding window: per account failures since its last success, per address in all. */
export type AttemptLimits = {
	readonly account: number;
	readonly address: number;
	readonly windowMinutes: number;
};

export const signInLimits: AttemptLimits = { account: 5, address: 20, windowMinutes: 15 };

/** For doors that send a mail to whoever is named: registration, confirmation, reset. */
export const mailDoorLimits: AttemptLimits = { account: 3, address: 20, windowMinutes: 30 };

export const tokenHours = { EMAIL_CONFIRMATION: 48, PASSWORD_RESET: 1 } as const;
export const invitationDays = 7;

export const passwordLength = { min: 10, max: 128 } as const;

export const usersPerPage = 50;
