import type { CertificateLevel } from "@/lib/domains/certification/constants/certificates";
import type { Day } from "@/lib/platform/time";

/** Certified heads of one partner, each counted once, at the highest level held. */
export type HeadCounts = Readonly<Record<CertificateLevel, number>>;

export type CertificateRow = {
	id: string;
	number: string;
	partnerId: string;
	partnerName: string;
	holderName: string;
	level: CertificateLevel;
	issuedOn: Day;
	/** First day on which it no longer counts. */
	expiresOn: Day;
	revokedOn: Day | null;
	revokeReason: string | null;
	/** Null: from the demo or an exam. */
	registeredBy: string | null;
};
