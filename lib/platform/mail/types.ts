export const mailStatuses = ["PENDING", "SENT", "KEPT", "FAILED"] as const;
export type MailStatus = (typeof mailStatuses)[number];

export type MailRow = {
	id: string;
	recipient: string;
	subject: string;
	status: MailStatus;
	attempts: number;
	createdAt: Date;
};

export type MailMessageView = MailRow & {
	sentAt: Date | null;
	nextAttemptAt: Date;
	lastError: string | null;
	/** Null where the mail server delivers: the links inside are the recipient's alone. */
	text: string | null;
};

export type MailFilter = { q: string; status?: MailStatus; after?: string };
