import type { ApplicationState } from "@/lib/domains/admission/types";

/** What two companies can have in common. A hint to look closer, never a verdict. */
export const relationKinds = ["representative", "phone", "address"] as const;
export type RelationKind = (typeof relationKinds)[number];

export type CompanyKeys = {
	readonly uscc: string | null;
	readonly representativeKey: string | null;
	readonly contactPhone: string | null;
	readonly addressKey: string | null;
};

export type CompanyCase = {
	readonly id: string;
	readonly number: string;
	readonly companyName: string;
	readonly state: ApplicationState;
	readonly submittedAt: Date | null;
	readonly decidedAt: Date | null;
};

export type RelatedCompany = CompanyCase & { readonly reasons: readonly RelationKind[] };

/** The records of a company under its credit code. */
export type CompanyHistory = {
	readonly applications: readonly CompanyCase[];
	readonly partnerships: readonly {
		readonly id: string;
		readonly name: string;
		readonly status: "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED";
		readonly admittedOn: string;
		readonly exitedOn: string | null;
		readonly redLines: readonly { readonly id: string; readonly kind: string; readonly occurredOn: string }[];
	}[];
};

/** What a company has in common with another one of a different code; empty keys match nothing. */
export function relationsOf(own: CompanyKeys, other: CompanyKeys): RelationKind[] {
	if (own.uscc !== null && own.uscc === other.uscc) return [];
	const isSame = (a: string | null, b: string | null) => Boolean(a) && a === b;
	const found: Record<RelationKind, boolean> = {
		representative: isSame(own.representativeKey, other.representativeKey),
		phone: isSame(own.contactPhone, other.contactPhone),
		address: isSame(own.addressKey, other.addressKey),
	};
	return relationKinds.filter((kind) => found[kind]);
}
