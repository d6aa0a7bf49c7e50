import "server-only";
import {
	type CompanyCase,
	type CompanyHistory,
	type CompanyKeys,
	type RelatedCompany,
	relationsOf,
} from "@/lib/domains/admission/rules/related-companies";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

const shown = 10;
const caseColumns = `a.id, a.number, a.company_name AS "companyName", a.state, a.submitted_at AS "submittedAt",
	a.decided_at AS "decidedAt"`;

type Subject = { id: string; organisationId: string; uscc: string | null };

/** What the platform knows of the same company: its other applications, partnerships, exits and red lines. */
export async function readCompanyHistory(_scope: PlatformScope, subject: Subject): Promise<CompanyHistory> {
	const [applications, partners] = await Promise.all([
		pool().query<CompanyCase>(
			`SELECT ${caseColumns} FROM applications a
			  WHERE a.id IN (SELECT id FROM applications WHERE organisation_id = $2
			                 UNION SELECT id FROM applications WHERE uscc = $3)
			    AND a.id <> $1 AND a.submitted_at IS NOT NULL
			  ORDER BY a.submitted_at DESC, a.id DESC LIMIT ${shown}`,
			[subject.id, subject.organisationId, subject.uscc],
		),
		db().partner.findMany({
			where: { uscc: subject.uscc ?? "" },
			orderBy: { admittedOn: "desc" },
			take: shown,
			select: { id: true, name: true, status: true, admittedOn: true, exitedOn: true, redLines: true },
		}),
	]);
	const day = (date: Date) => date.toISOString().slice(0, 10);
	return {
		applications: applications.rows,
		partnerships: partners.map((partner) => ({
			...partner,
			admittedOn: day(partner.admittedOn),
			exitedOn: partner.exitedOn && day(partner.exitedOn),
			redLines: partner.redLines.map(({ id, kind, occurredOn }) => ({
				id,
				kind,
				occurredOn: day(occurredOn),
			})),
		})),
	};
}

/** Applications of other companies with the same representative, phone or address, newest first. */
export async function listRelated(_scope: PlatformScope, applicationId: string): Promise<RelatedCompany[]> {
	const keys = `a.uscc, a.representative_key AS "representativeKey", a.contact_phone AS "contactPhone",
		a.address_key AS "addressKey"`;
	const own = await pool().query<CompanyKeys>(`SELECT ${keys} FROM applications a WHERE a.id = $1`, [
		applicationId,
	]);
	const subject = own.rows[0];
	if (!subject) return [];
	const { rows } = await pool().query<CompanyCase & CompanyKeys>(
		`SELECT ${caseColumns}, ${keys} FROM applications a
		  WHERE a.id IN (
		    (SELECT id FROM applications WHERE representative_key = $2 AND $2 <> '' ORDER BY submitted_at DESC LIMIT 50)
		    UNION (SELECT id FROM applications WHERE contact_phone = $3 AND $3 <> '' ORDER BY submitted_at DESC LIMIT 50)
		    UNION (SELECT id FROM applications WHERE address_key = $4 AND $4 <> '' ORDER BY submitted_at DESC LIMIT 50))
		    AND a.id <> $1 AND a.submitted_at IS NOT NULL
		  ORDER BY a.submitted_at DESC, a.id DESC`,
		[applicationId, subject.representativeKey, subject.contactPhone, subject.addressKey],
	);
	return rows
		.map(({ uscc, representativeKey, contactPhone, addressKey, ...row }) => ({
			...row,
			reasons: relationsOf(subject, { uscc, representativeKey, contactPhone, addressKey }),
		}))
		.filter((row) => row.reasons.length > 0)
		.slice(0, shown);
}
