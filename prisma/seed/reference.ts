import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { examPolicyV1 } from "@/lib/domains/certification/constants/exam-policy";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { forcePolicyV1 } from "@/lib/domains/forces/constants";
import { fundPolicyV1 } from "@/lib/domains/fund/constants";
import { stepPolicyDocumentV1 } from "@/lib/domains/playbook/constants/step-policy";
import { templateV1 } from "@/lib/domains/playbook/constants/template-v1";
import { tierPolicyV1 } from "@/lib/domains/tiers/constants";
import { trustPoliciesV1, trustPolicyKinds } from "@/lib/domains/trust/constants/policies";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { addMonths, businessDayOf, type Day, monthOf, monthRange } from "@/lib/platform/time";
import { agreementV1 } from "./agreement";
import { ensureCalendar } from "./calendar";
import { defaultTracks } from "./tracks";

/** Version 1 is in force from before the first fact, so that a run over any month of the past finds its rules. */
const FIRST_DAY_OF_POLICIES = "2000-01-01";

const firstPolicies = [
	{ kind: "admission", document: admissionPolicyV1 },
	{ kind: "forces", document: forcePolicyV1 },
	{ kind: "tiers", document: tierPolicyV1 },
	{ kind: "agreement", document: agreementV1 },
	{ kind: "fund", document: fundPolicyV1 },
	{ kind: "exam", document: examPolicyV1 },
	{ kind: "steps", document: stepPolicyDocumentV1 },
	...trustPolicyKinds.map((kind) => ({ kind, document: trustPoliciesV1[kind] })),
] as const;

export const programmeCode = "windmaker";

/** domain.md §1: "10亿" includes the line itself, "过亿" does not. */
const bands = [
	{
		code: "billion",
		nameZh: "10亿服务商",
		nameEn: "1 billion and above",
		thresholdFen: "100000000000",
		inclusive: true,
		targetCount: 100,
	},
	{
		code: "hundred-million",
		nameZh: "过亿服务商",
		nameEn: "Above 100 million",
		thresholdFen: "10000000000",
		inclusive: false,
		targetCount: 200,
	},
] as const;

/**
 * The rows the product cannot work without: tracks, version 1 of the policies, the working-day
 * calendar, the programme with its bands. Adds what
 * is missing and changes nothing that is there, so that every start may call it.
 */
export async function ensureReferenceData(): Promise<void> {
	await inRawTransaction(async (client) => {
		await ensureTracks(client);
		await ensurePolicies(client);
		await ensurePlaybook(client);
		await ensureCalendar(client);
		await ensureProgramme(client, monthRange(monthOf(businessDayOf(new Date()))).from);
	});
}

async function ensureTracks(client: PoolClient): Promise<void> {
	const rows = defaultTracks.map((track, index) => ({ ...track, position: index + 1 }));
	await client.query(
		`INSERT INTO tracks (code, name_zh, name_en, position)
		 SELECT code, "nameZh", "nameEn", position
		   FROM json_to_recordset($1) AS r(code text, "nameZh" text, "nameEn" text, position int)
		 ON CONFLICT (code) DO NOTHING`,
		[JSON.stringify(rows)],
	);
}

async function ensurePolicies(client: PoolClient): Promise<void> {
	for (const { kind, document } of firstPolicies) {
		const text = canonicalJson(document);
		await client.query(
			`INSERT INTO policies (id, kind, version, document, document_hash, effective_from)
			 VALUES ($1, $2, 1, $3, $4, $5) ON CONFLICT (kind, version) DO NOTHING`,
			[newId("pol"), kind, text, createHash("sha256").update(text).digest("hex"), FIRST_DAY_OF_POLICIES],
		);
	}
}

async function ensurePlaybook(client: PoolClient): Promise<void> {
	await client.query(
		"INSERT INTO playbook_templates (version, document) VALUES (1, $1) ON CONFLICT (version) DO NOTHING",
		[JSON.stringify(templateV1)],
	);
}

/** The programme begins with the month in which the portal does; operations may move it. */
async function ensureProgramme(client: PoolClient, start: Day): Promise<void> {
	await client.query(
		`INSERT INTO programmes (code, name_zh, name_en, start_day, end_day)
		 VALUES ($1, '造风者计划', 'Windmaker programme', $2, $3) ON CONFLICT (code) DO NOTHING`,
		[programmeCode, start, addMonths(start, 12)],
	);
	const rows = bands.map((band, index) => ({ ...band, position: index + 1 }));
	await client.query(
		`INSERT INTO programme_bands (programme_code, code, position, name_zh, name_en, threshold_fen, inclusive, target_count)
		 SELECT $1, code, position, "nameZh", "nameEn", "thresholdFen", inclusive, "targetCount"
		   FROM json_to_recordset($2) AS r(code text, position int, "nameZh" text, "nameEn" text,
		        "thresholdFen" int8, inclusive boolean, "targetCount" int)
		 ON CONFLICT (programme_code, code) DO NOTHING`,
		[programmeCode, JSON.stringify(rows)],
	);
}
