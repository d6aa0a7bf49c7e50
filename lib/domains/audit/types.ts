/** A JSON value as stored beside an audit entry. */
export type AuditState = Record<string, unknown> | null;

export type AuditRow = {
	/** The entry's number, as text because it is a bigint. */
	id: string;
	at: Date;
	actorLabel: string;
	actorEmail: string | null;
	organisationName: string | null;
	action: string;
	subjectType: string;
	subjectId: string;
	before: AuditState;
	after: AuditState;
	reason: string | null;
	address: string | null;
};

export type AuditChange = { field: string; before: string | null; after: string | null };
