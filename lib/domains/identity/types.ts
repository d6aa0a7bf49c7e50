import type { Role } from "@/lib/platform/access/permissions";

export type OrganisationKind = "PARTNER" | "BRAND" | "PLATFORM";
export type AccountTokenKind = "EMAIL_CONFIRMATION" | "PASSWORD_RESET";

export type Member = {
	membershipId: string;
	userId: string;
	name: string;
	email: string;
	role: Role;
	isActive: boolean;
	joinedAt: Date;
	lastSeenAt: Date | null;
};

export type OpenInvitation = {
	id: string;
	email: string;
	role: Role;
	invitedBy: string;
	expiresAt: Date;
	isExpired: boolean;
};

export type SignIn = {
	id: string;
	address: string | null;
	userAgent: string | null;
	createdAt: Date;
	lastSeenAt: Date;
};

export type UserRow = {
	id: string;
	email: string;
	name: string;
	status: "ACTIVE" | "DEACTIVATED";
	isConfirmed: boolean;
	isDemo: boolean;
	createdAt: Date;
	lastSeenAt: Date | null;
	memberships: { organisationName: string; role: Role }[];
};

/** What the invitation page may tell whoever holds the link. */
export type InvitationPreview = {
	organisationName: string;
	organisationKind: OrganisationKind;
	invitedBy: string;
	email: string;
	role: Role;
	hasAccount: boolean;
};
