import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { Day } from "@/lib/platform/time";

export type SignedCertificate = {
	readonly number: string;
	readonly level: CertificateLevel;
	readonly holderName: string;
	readonly issuedOn: Day;
	/** First day on which it no longer counts. */
	readonly expiresOn: Day;
};

/** The text that is signed, one field a line in this order, NFC, UTF-8, no newline at the end: whoever has the key checks it offline. */
export function certificateText(certificate: SignedCertificate): string {
	const { number, level, holderName, issuedOn, expiresOn } = certificate;
	return ["windmaker-certificate/1", number, level, holderName.normalize("NFC"), issuedOn, expiresOn].join(
		"\n",
	);
}

/** 王**, 欧***, W***: the first sign stays, so many stars as signs follow, three at most. */
export function maskName(name: string): string {
	const [first = "", ...rest] = [...name.trim()];
	return first + "*".repeat(Math.min(3, rest.length));
}

/** The days before the expiry on which its holder is reminded. */
export const REMINDER_DAYS = [60, 30, 7] as const;

/** The reminder due with so many days left: the nearest that is not yet sent, and only that one after a pause. */
export function dueReminder(daysLeft: number, sent: readonly number[]): number | null {
	if (daysLeft <= 0) return null;
	const due = REMINDER_DAYS.filter((days) => daysLeft <= days);
	const nearest = due.at(-1);
	return nearest !== undefined && !sent.some((days) => days <= nearest) ? nearest : null;
}
