import "server-only";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { factsOf, type RecordsOfCompany } from "@/lib/domains/admission/rules/application-facts";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import { failuresOf, isAffected } from "@/lib/domains/admission/rules/notice-period";
import { normaliseUscc } from "@/lib/domains/admission/rules/uscc";
import { applicationDraftSchema } from "@/lib/domains/admission/schema/draft";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ApplicationState } from "@/lib/domains/admission/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

const openStates = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED"] as const;
/** Longer lists are counted, not shown. */
const shownRows = 50;

export type ImpactRow = {
	id: string;
	number: string;
	name: string;
	/** Null for a partner. */
	state: ApplicationState | null;
	/** Ids of the standards it would not meet. */
	failing: string[];
	/** Those of them it meets now. */
	newlyFailing: string[];
};

export type ChangeImpact = {
	/** Open applications; those a change owes notice to. */
	open: number;
	affected: number;
	toBeJudged: number;
	checksChange: number;
	applications: { checked: number; failing: number; rows: ImpactRow[] };
	partners: { checked: number; failing: number; unknown: number; rows: ImpactRow[] };
};

type Records = ReadonlyMap<string, RecordsOfCompany>;

/**
 * Whom a draft of the standards would touch, by what a machine can check. A draft that is still being filled counts as
 * affected and is not judged; of a partner the last submitted form is what is known.
 */
export async function measureImpact(
	_scope: PlatformScope,
	drafted: AdmissionPolicy,
	today: Day,
	client: Tx = db(),
): Promise<ChangeImpact> {
	const records = await readRecords(client);
	const [applications, partners] = [
		await judgeApplications(client, { drafted, today, records }),
		await judgePartners(client, { drafted, today, records }),
	];
	return { ...applications, partners };
}

type Context = { drafted: AdmissionPolicy; today: Day; records: Records };

async function readRecords(client: Tx): Promise<Records> {
	const rows = await client.partner.findMany({
		where: { OR: [{ status: { not: "EXITED" } }, { redLines: { some: {} } }] },
		select: { uscc: true, status: true, redLines: { select: { id: true, kind: true, occurredOn: true } } },
	});
	const records = new Map<string, RecordsOfCompany>();
	for (const { uscc, status, redLines } of rows) {
		const known = records.get(uscc);
		records.set(uscc, {
			isUsccAdmitted: (known?.isUsccAdmitted ?? false) || status !== "EXITED",
			redLines: [
				...(known?.redLines ?? []),
				...redLines.map((line) => ({ ...line, occurredOn: line.occurredOn.toISOString().slice(0, 10) })),
			],
		});
	}
	return records;
}

const unknownCompany: RecordsOfCompany = { isUsccAdmitted: false, redLines: [] };

async function judgeApplications(client: Tx, { drafted, today, records }: Context) {
	const rows = await client.application.findMany({
		where: { state: { in: [...openStates] } },
		orderBy: { createdAt: "asc" },
		select: { id: true, number: true, companyName: true, state: true, form: true, policyVersion: true },
	});
	const policyOf = await readAgreedPolicies(
		client,
		rows.map((row) => row.policyVersion),
	);
	const judged = rows.map((row) => {
		const form = applicationDraftSchema.parse(row.form);
		const facts = factsOf(form, records.get(normaliseUscc(form.company.uscc)) ?? unknownCompany, null);
		const agreed = checkStandards(policyOf(row.policyVersion) ?? drafted, facts, today);
		const under = checkStandards(drafted, facts, today);
		const now = failuresOf(agreed);
		const failing = failuresOf(under);
		return {
			isAffected: isAffected(row.state, agreed, under),
			isUnfinished: row.state === "DRAFT",
			awaitsSubmission: row.state === "DRAFT" || row.state === "CHANGES_REQUESTED",
			row: {
				id: row.id,
				number: row.number,
				name: row.companyName || form.company.name,
				state: row.state,
				failing,
				newlyFailing: failing.filter((id) => !now.includes(id)),
			},
		};
	});
	const affected = judged.filter((one) => one.isAffected);
	const failing = judged.filter((one) => !one.isUnfinished && one.row.failing.length > 0);
	return {
		open: judged.length,
		affected: affected.length,
		toBeJudged: affected.filter((one) => one.awaitsSubmission).length,
		checksChange: affected.filter((one) => !one.awaitsSubmission).length,
		applications: {
			checked: judged.filter((one) => !one.isUnfinished).length,
			failing: failing.length,
			rows: newlyFirst(failing.map((one) => one.row)),
		},
	};
}

async function readAgreedPolicies(client: Tx, versions: readonly (number | null)[]) {
	const known = new Map<number, AdmissionPolicy>();
	for (const version of new Set(versions)) {
		if (version !== null) known.set(version, (await readStandardsVersion(version, client)).document);
	}
	return (version: number | null) => (version === null ? undefined : known.get(version));
}

async function judgePartners(client: Tx, { drafted, today, records }: Context) {
	const rows = await client.partner.findMany({
		where: { status: { in: ["ACTIVE", "PROBATION"] } },
		orderBy: { name: "asc" },
		select: {
			id: true,
			name: true,
			uscc: true,
			application: { select: { number: true, form: true, policyVersion: true } },
		},
	});
	const policyOf = await readAgreedPolicies(
		client,
		rows.map((row) => row.application?.policyVersion ?? null),
	);
	const judged = rows.flatMap(({ id, name, uscc, application }) => {
		if (!application) return [];
		const known = { isUsccAdmitted: false, redLines: records.get(uscc)?.redLines ?? [] };
		const facts = factsOf(applicationDraftSchema.parse(application.form), known, null);
		const failing = failuresOf(checkStandards(drafted, facts, today));
		const agreed = policyOf(application.policyVersion);
		const now = agreed ? failuresOf(checkStandards(agreed, facts, today)) : [];
		const newlyFailing = failing.filter((one) => !now.includes(one));
		return [{ id, number: application.number, name, state: null, failing, newlyFailing }];
	});
	const failing = judged.filter((row) => row.failing.length > 0);
	return {
		checked: judged.length,
		unknown: rows.length - judged.length,
		failing: failing.length,
		rows: newlyFirst(failing),
	};
}

function newlyFirst(rows: readonly ImpactRow[]): ImpactRow[] {
	return [...rows].sort((a, b) => b.newlyFailing.length - a.newlyFailing.length).slice(0, shownRows);
}

/** Open applications a change of the agreement touches: all of them, and those approved that have not accepted it yet. */
export function countAgreementAffected(_scope: PlatformScope, client: Tx = db()): Promise<number> {
	return client.application.count({
		where: {
			OR: [{ state: { in: [...openStates] } }, { state: "APPROVED", partner: null, agreement: null }],
		},
	});
}
