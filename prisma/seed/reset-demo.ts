import type { PoolClient } from "pg";
import { lockShops, lockTotals } from "@/lib/domains/gmv/mutations/locks";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import { type Actor, systemActor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import type { Day } from "@/lib/platform/time";
import { deleteDemoFileRows, removeFileBytes } from "./demo/files-write";
import type { ProgrammeDates } from "./demo/write-programme";
import { demoLoaded } from "./load-demo";
import { programmeCode } from "./reference";

/** Triggers that keep history as it is. Fiction is no history: they rest inside the one transaction that removes it. */
const guards = [
	["audit_entries", "audit_entries_append_only"],
	["application_events", "application_events_append_only"],
	["reviews", "reviews_append_only"],
	["deposits", "deposits_settled_immutable"],
	["appeals", "appeals_decided_immutable"],
	["agreement_acceptances", "agreement_acceptances_append_only"],
	["partner_events", "partner_events_append_only"],
	["exit_cases", "exit_cases_closed_immutable"],
	["probations", "probations_closed_immutable"],
	["verifications", "verifications_closed_immutable"],
	["public_notices", "public_notices_append_only"],
	["order_lines", "order_lines_append_only"],
	["order_line_keys", "order_line_keys_append_only"],
	["shop_day_facts", "shop_day_facts_append_only"],
	["gmv_shop_day_changes", "gmv_shop_day_changes_append_only"],
	["force_months", "force_months_append_only"],
	["live_session_revisions", "live_session_revisions_append_only"],
	["complaint_days", "complaint_days_append_only"],
	["gmv_partner_day_changes", "gmv_partner_day_changes_append_only"],
	["evaluation_runs", "evaluation_runs_final_immutable"],
	["classifications", "classifications_final_immutable"],
	["tier_appeals", "tier_appeals_closed_immutable"],
	["tier_overrides", "tier_overrides_closed_immutable"],
	["pool_movements", "pool_movements_append_only"],
	["pool_changes", "pool_changes_decided_immutable"],
	["pool_months", "pool_months_append_only"],
	["pool_objections", "pool_objections_answered_immutable"],
	["fund_applications", "fund_applications_closed_immutable"],
	["fund_events", "fund_events_append_only"],
	["fund_notes", "fund_notes_append_only"],
	["fund_votes", "fund_votes_guarded"],
	["fund_tranches", "fund_tranches_paid_immutable"],
	["benefit_versions", "benefit_versions_append_only"],
	["benefit_uses", "benefit_uses_append_only"],
	["trust_claims", "trust_claims_guarded"],
	["trust_claim_events", "trust_claim_events_append_only"],
	["trust_claim_evidences", "trust_claim_evidences_append_only"],
	["trust_entries", "trust_entries_append_only"],
	["exam_practical_marks", "exam_practical_marks_append_only"],
	["trust_holdings", "trust_holdings_guarded"],
	["trust_card_events", "trust_card_events_append_only"],
	["decision_entries", "decision_entries_append_only"],
	["decision_waiting", "decision_waiting_until_sealed"],
	["decision_seals", "decision_seals_append_only"],
	["decision_blocks", "decision_blocks_append_only"],
] as const;

/**
 * What is demo, found once. A platform organisation the demo opened is no longer fiction when real people belong to it.
 * `demo_ids` holds everything an audit row or a link could point to.
 */
const findDemo = `
	CREATE TEMP TABLE demo_users ON COMMIT DROP AS SELECT id, email FROM users WHERE is_demo;
	UPDATE organisations o SET is_demo = false
	 WHERE kind = 'PLATFORM' AND is_demo AND EXISTS (
	   SELECT FROM memberships m WHERE m.organisation_id = o.id AND m.user_id NOT IN (SELECT id FROM demo_users));
	CREATE TEMP TABLE demo_organisations ON COMMIT DROP AS SELECT id FROM organisations WHERE is_demo;
	CREATE TEMP TABLE demo_partners ON COMMIT DROP AS
	  SELECT id FROM partners WHERE organisation_id IN (SELECT id FROM demo_organisations);
	CREATE TEMP TABLE demo_applications ON COMMIT DROP AS
	  SELECT id FROM applications WHERE organisation_id IN (SELECT id FROM demo_organisations);
	CREATE TEMP TABLE demo_sources ON COMMIT DROP AS SELECT id FROM gmv_sources WHERE is_demo;
	CREATE TEMP TABLE demo_pools ON COMMIT DROP AS
	  SELECT id FROM pools WHERE is_demo OR created_by_id IN (SELECT id FROM demo_users);
	CREATE TEMP TABLE demo_runs ON COMMIT DROP AS
	  SELECT DISTINCT run_id AS id FROM classifications WHERE partner_id IN (SELECT id FROM demo_partners)
	  UNION SELECT id FROM evaluation_runs WHERE started_by_id IN (SELECT id FROM demo_users);
	CREATE TEMP TABLE demo_days ON COMMIT DROP AS
	  SELECT DISTINCT day FROM gmv_shop_days WHERE source_id IN (SELECT id FROM demo_sources)
	  UNION SELECT DISTINCT day FROM gmv_partner_days WHERE partner_id IN (SELECT id FROM demo_partners);
	CREATE TEMP TABLE demo_ids ON COMMIT DROP AS
	  SELECT id FROM demo_users UNION ALL SELECT id FROM demo_organisations UNION ALL SELECT id FROM demo_partners
	  UNION ALL SELECT id FROM demo_applications
	  UNION ALL SELECT id FROM demo_pools
	  UNION ALL SELECT id FROM import_batches WHERE source_id IN (SELECT id FROM demo_sources)
	  UNION ALL SELECT id FROM shop_bindings WHERE partner_id IN (SELECT id FROM demo_partners);
	CREATE INDEX ON demo_ids (id);
	ANALYZE demo_ids;
`;

/** Verdicts on real partners stay, and a run stays while it holds one. */
const removeVerdicts = `
	INSERT INTO demo_ids SELECT id FROM tier_appeals WHERE partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM tier_appeals WHERE partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM tier_overrides WHERE partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM run_reviews WHERE run_id IN (SELECT id FROM demo_runs);
	DELETE FROM run_anomalies WHERE run_id IN (SELECT id FROM demo_runs);
	DELETE FROM classifications WHERE partner_id IN (SELECT id FROM demo_partners);
	UPDATE evaluation_runs r SET summary = NULL, partner_count = (SELECT count(*) FROM classifications c WHERE c.run_id = r.id)
	 WHERE id IN (SELECT id FROM demo_runs);
	INSERT INTO demo_ids SELECT id FROM evaluation_runs WHERE id IN (SELECT id FROM demo_runs) AND partner_count = 0;
	DELETE FROM evaluation_runs WHERE id IN (SELECT id FROM demo_runs) AND partner_count = 0;
`;

/** A benefit of the demo goes with what was asked of it; a real one loses what demo organisations asked. */
const removeBenefits = `
	CREATE TEMP TABLE demo_benefits ON COMMIT DROP AS
	  SELECT id FROM benefits WHERE is_demo OR created_by_id IN (SELECT id FROM demo_users);
	CREATE TEMP TABLE demo_asked ON COMMIT DROP AS
	  SELECT id FROM benefit_applications
	   WHERE benefit_id IN (SELECT id FROM demo_benefits) OR organisation_id IN (SELECT id FROM demo_organisations);
	INSERT INTO demo_ids SELECT id FROM demo_benefits UNION ALL SELECT id FROM demo_asked
	  UNION ALL SELECT id FROM benefit_items WHERE benefit_id IN (SELECT id FROM demo_benefits);
	DELETE FROM benefit_uses WHERE application_id IN (SELECT id FROM demo_asked);
	DELETE FROM benefit_applications WHERE id IN (SELECT id FROM demo_asked);
	DELETE FROM benefit_takings WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM benefits WHERE id IN (SELECT id FROM demo_benefits);
`;

/**
 * A pool of the demo goes with everything in it. A real one takes back what demo partners were given and stands where the
 * rest of its ledger says; its months close anew.
 */
const removePools = `
	CREATE TEMP TABLE touched_pools ON COMMIT DROP AS
	  SELECT DISTINCT pool_id AS id FROM pool_grants
	   WHERE partner_id IN (SELECT id FROM demo_partners) AND pool_id NOT IN (SELECT id FROM demo_pools);
	CREATE TEMP TABLE demo_fund ON COMMIT DROP AS
	  SELECT id FROM fund_applications
	   WHERE partner_id IN (SELECT id FROM demo_partners) OR pool_id IN (SELECT id FROM demo_pools);
	INSERT INTO demo_ids SELECT id FROM demo_fund;
	DELETE FROM fund_tranches WHERE application_id IN (SELECT id FROM demo_fund);
	DELETE FROM fund_votes WHERE application_id IN (SELECT id FROM demo_fund);
	DELETE FROM fund_notes WHERE application_id IN (SELECT id FROM demo_fund);
	DELETE FROM fund_events WHERE application_id IN (SELECT id FROM demo_fund);
	DELETE FROM fund_applications WHERE id IN (SELECT id FROM demo_fund);
	UPDATE fund_applications SET assignee_id = NULL WHERE assignee_id IN (SELECT id FROM demo_users);
	DELETE FROM fund_members WHERE user_id IN (SELECT id FROM demo_users);
	DELETE FROM pool_objections
	 WHERE pool_id IN (SELECT id FROM demo_pools) OR partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM pool_months WHERE pool_id IN (SELECT id FROM demo_pools UNION ALL SELECT id FROM touched_pools);
	DELETE FROM pool_movements
	 WHERE pool_id IN (SELECT id FROM demo_pools) OR partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM pool_grants
	 WHERE pool_id IN (SELECT id FROM demo_pools) OR partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM pool_changes WHERE pool_id IN (SELECT id FROM demo_pools);
	DELETE FROM pools WHERE id IN (SELECT id FROM demo_pools);
	UPDATE pools p SET total = -l.funding, available = l.available, reserved = l.reserved, granted = l.granted, spent = l.spent,
	       expired = l.expired, clawed_back = l.clawed_back
	  FROM (SELECT t.id, coalesce(sum(amount) FILTER (WHERE account = 'FUNDING'), 0) AS funding,
	               coalesce(sum(amount) FILTER (WHERE account = 'AVAILABLE'), 0) AS available,
	               coalesce(sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
	               coalesce(sum(amount) FILTER (WHERE account = 'GRANTED'), 0) AS granted,
	               coalesce(sum(amount) FILTER (WHERE account = 'SPENT'), 0) AS spent,
	               coalesce(sum(amount) FILTER (WHERE account = 'EXPIRED'), 0) AS expired,
	               coalesce(sum(amount) FILTER (WHERE account = 'CLAWED_BACK'), 0) AS clawed_back
	          FROM touched_pools t LEFT JOIN pool_entries e ON e.pool_id = t.id GROUP BY t.id) l
	 WHERE p.id = l.id;
`;

/**
 * Claims and deposits of demo shops go with their entries; what a demo person put into the platform's account goes too, as long
 * as no real claim was paid from it.
 */
const removeTrust = `
	CREATE TEMP TABLE demo_claims ON COMMIT DROP AS
	  SELECT id FROM trust_claims
	   WHERE organisation_id IN (SELECT id FROM demo_organisations) OR source_id IN (SELECT id FROM demo_sources);
	CREATE TEMP TABLE demo_accounts ON COMMIT DROP AS
	  SELECT id FROM trust_accounts WHERE organisation_id IN (SELECT id FROM demo_organisations);
	INSERT INTO demo_ids SELECT id FROM demo_claims
	  UNION ALL SELECT id FROM trust_recalls WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM trust_entries
	 WHERE claim_id IN (SELECT id FROM demo_claims) OR from_account IN (SELECT id FROM demo_accounts)
	    OR to_account IN (SELECT id FROM demo_accounts);
	DELETE FROM trust_entries
	 WHERE actor_user_id IN (SELECT id FROM demo_users) AND to_account = 'platform'
	   AND NOT EXISTS (SELECT FROM trust_entries r WHERE r.from_account = 'platform');
	DELETE FROM trust_claims WHERE id IN (SELECT id FROM demo_claims);
	DELETE FROM trust_recalls WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM trust_accounts WHERE id IN (SELECT id FROM demo_accounts);
	UPDATE trust_accounts a SET balance_fen = coalesce((
	  SELECT sum(CASE WHEN e.to_account = a.id THEN e.amount_fen ELSE -e.amount_fen END) FROM trust_entries e
	   WHERE a.id IN (e.from_account, e.to_account)), 0);
	DELETE FROM trust_card_events WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM trust_suspensions WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM trust_holdings WHERE organisation_id IN (SELECT id FROM demo_organisations);
`;

/** A demo shop that a real feed has sent facts for has become a real shop. */
const removeSales = `
	DELETE FROM gmv_shop_days WHERE source_id IN (SELECT id FROM demo_sources);
	DELETE FROM shop_day_facts WHERE source_id IN (SELECT id FROM demo_sources);
	DELETE FROM order_lines WHERE source_id IN (SELECT id FROM demo_sources);
	DELETE FROM order_line_keys WHERE source_id IN (SELECT id FROM demo_sources);
	DELETE FROM gmv_shop_day_changes WHERE source_id IN (SELECT id FROM demo_sources);
	DELETE FROM live_session_revisions
	 WHERE batch_id IN (SELECT id FROM import_batches WHERE source_id IN (SELECT id FROM demo_sources));
	DELETE FROM complaint_days
	 WHERE batch_id IN (SELECT id FROM import_batches WHERE source_id IN (SELECT id FROM demo_sources));
	DELETE FROM import_batches WHERE source_id IN (SELECT id FROM demo_sources);
	DELETE FROM gmv_sources WHERE id IN (SELECT id FROM demo_sources);
	UPDATE shops s SET is_demo = false
	 WHERE is_demo AND (EXISTS (SELECT FROM gmv_shop_days d WHERE d.shop_id = s.id)
	    OR EXISTS (SELECT FROM live_session_revisions r WHERE r.shop_code = s.code)
	    OR EXISTS (SELECT FROM complaint_days c WHERE c.shop_code = s.code));
	DELETE FROM shop_bindings
	 WHERE partner_id IN (SELECT id FROM demo_partners) OR shop_id IN (SELECT id FROM shops WHERE is_demo);
	CREATE TEMP TABLE demo_brands ON COMMIT DROP AS
	  SELECT id FROM brands WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM playbook_brand_days WHERE brand_id IN (SELECT id FROM demo_brands);
	DELETE FROM playbook_step_changes WHERE brand_id IN (SELECT id FROM demo_brands);
	DELETE FROM playbook_steps WHERE brand_id IN (SELECT id FROM demo_brands);
	DELETE FROM exclusive_products WHERE brand_id IN (SELECT id FROM demo_brands);
	DELETE FROM playbook_batches WHERE batch_id NOT IN (SELECT id FROM import_batches);
	DELETE FROM trust_score_counts WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM trust_score_shops WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM trust_score_peers WHERE EXISTS (SELECT FROM shops WHERE is_demo);
	DELETE FROM trust_score_weeks WHERE EXISTS (SELECT FROM shops WHERE is_demo);
	DELETE FROM trust_repurchase_strata WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM trust_repurchase_effects WHERE EXISTS (SELECT FROM shops WHERE is_demo);
	DELETE FROM trust_repurchase_runs WHERE EXISTS (SELECT FROM shops WHERE is_demo);
	DELETE FROM playbook_product_days WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM playbook_products WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM playbook_streamer_days WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM playbook_buyer_days WHERE shop_id IN (SELECT id FROM shops WHERE is_demo);
	DELETE FROM live_sessions WHERE shop_code IN (SELECT code FROM shops WHERE is_demo);
	UPDATE shops SET brand_id = NULL WHERE brand_id IN (
	  SELECT id FROM brands WHERE organisation_id IN (SELECT id FROM demo_organisations));
	CREATE TEMP TABLE demo_shops ON COMMIT DROP AS SELECT id::text FROM shops WHERE is_demo;
	DELETE FROM shops WHERE is_demo;
`;

/** Tracks, metrics, red lines, certificates, events, reviews, sessions and the like go with what they belong to. */
const removePeople = `
	UPDATE applications SET assignee_id = NULL
	 WHERE assignee_id IN (SELECT id FROM demo_users) AND id NOT IN (SELECT id FROM demo_applications);
	DELETE FROM gmv_partner_day_changes WHERE partner_id IN (SELECT id FROM demo_partners);
	INSERT INTO demo_ids
	  SELECT id FROM exit_cases WHERE partner_id IN (SELECT id FROM demo_partners)
	  UNION ALL SELECT id FROM probations WHERE partner_id IN (SELECT id FROM demo_partners)
	  UNION ALL SELECT id FROM verifications WHERE partner_id IN (SELECT id FROM demo_partners)
	  UNION ALL SELECT id FROM public_notices WHERE subject_id IN (
	    SELECT id FROM exit_cases WHERE partner_id IN (SELECT id FROM demo_partners));
	DELETE FROM public_notices WHERE id IN (SELECT id FROM demo_ids);
	INSERT INTO demo_ids
	  SELECT id FROM exam_sittings WHERE organisation_id IN (SELECT id FROM demo_organisations)
	  UNION ALL SELECT id FROM exam_bookings WHERE organisation_id IN (SELECT id FROM demo_organisations)
	  UNION ALL SELECT id FROM certificates WHERE partner_id IN (SELECT id FROM demo_partners);
	DELETE FROM exam_sittings WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM exam_bookings WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM exam_windows w WHERE id LIKE 'win\\_demo%' AND NOT EXISTS (SELECT FROM exam_bookings b WHERE b.window_id = w.id);
	DELETE FROM exam_question_versions v WHERE id LIKE 'qsv\\_demo%'
	  AND NOT EXISTS (SELECT FROM exam_sitting_questions s WHERE s.version_id = v.id);
	DELETE FROM exam_questions q WHERE id LIKE 'qst\\_demo%'
	  AND NOT EXISTS (SELECT FROM exam_question_versions v WHERE v.question_id = q.id);
	DELETE FROM exam_question_imports WHERE uploaded_by_id IN (SELECT id FROM demo_users);
	DELETE FROM partners WHERE id IN (SELECT id FROM demo_partners);
	CREATE TEMP TABLE demo_requests ON COMMIT DROP AS
	  SELECT id, email FROM brand_requests
	   WHERE id LIKE 'brq\\_demo%' OR user_id IN (SELECT id FROM demo_users) OR decided_by_id IN (SELECT id FROM demo_users)
	      OR brand_id IN (SELECT id FROM brands WHERE organisation_id IN (SELECT id FROM demo_organisations));
	INSERT INTO demo_ids SELECT id FROM demo_requests;
	DELETE FROM mail_messages WHERE recipient IN (SELECT email FROM demo_requests) AND key LIKE 'brandRequest%';
	DELETE FROM brand_requests WHERE id IN (SELECT id FROM demo_requests);
	DELETE FROM brands WHERE organisation_id IN (SELECT id FROM demo_organisations);
	DELETE FROM applications WHERE id IN (SELECT id FROM demo_applications);
	SELECT fold_application_counts();
	DELETE FROM notifications WHERE substring(href FROM '[^/]+$') IN (SELECT id FROM demo_ids);
	DELETE FROM mail_messages WHERE recipient IN (SELECT email FROM demo_users);
	UPDATE users SET role_version = role_version + 1
	 WHERE NOT is_demo AND id IN (
	   SELECT user_id FROM memberships WHERE organisation_id IN (SELECT id FROM demo_organisations));
	DELETE FROM users WHERE id IN (SELECT id FROM demo_users);
	DELETE FROM organisations WHERE id IN (SELECT id FROM demo_organisations);
	DELETE FROM audit_entries
	 WHERE organisation_id IN (SELECT id FROM demo_organisations)
	    OR subject_id IN (SELECT id FROM demo_ids) OR subject_type = 'demo'
	    OR (subject_type = 'shop' AND subject_id IN (SELECT id FROM demo_shops));
`;

/**
 * What waits is taken out singly. Sealed decisions hang together: a log of fiction alone goes as a whole, one that holds a
 * real decision stays as it is, for nothing can be taken out of it.
 */
const removeDecisions = `
	DELETE FROM decision_waiting w USING decision_entries e
	 WHERE e.id = w.entry_id AND (e.organisation_id IN (SELECT id FROM demo_organisations)
	                              OR e.subject_id IN (SELECT id FROM demo_pools));
	CREATE TEMP TABLE demo_log ON COMMIT DROP AS
	  SELECT number FROM decision_blocks
	   WHERE NOT EXISTS (SELECT FROM decision_seals s JOIN decision_entries e ON e.id = s.entry_id
	                      WHERE e.subject_id NOT IN (SELECT id FROM demo_pools) AND (
	                            e.organisation_id IS NULL OR e.organisation_id NOT IN (SELECT id FROM demo_organisations)));
	DELETE FROM decision_seals WHERE block_number IN (SELECT number FROM demo_log);
	DELETE FROM decision_blocks WHERE number IN (SELECT number FROM demo_log);
	DELETE FROM decision_checks WHERE EXISTS (SELECT FROM demo_log);
	DELETE FROM audit_entries
	 WHERE subject_type IN ('decision_block', 'decision_check') AND EXISTS (SELECT FROM demo_log);
	DELETE FROM decision_entries e
	 WHERE (organisation_id IN (SELECT id FROM demo_organisations) OR subject_id IN (SELECT id FROM demo_pools))
	   AND NOT EXISTS (SELECT FROM decision_seals s WHERE s.entry_id = e.id);
`;

export type ResetReport = { partners: number; shops: number; users: number };

/** Removes everything that is demo and nothing else, in one transaction; afterwards the totals are those of what is left. */
export async function resetDemo({
	actor = systemActor("cli:demo"),
}: {
	actor?: Actor;
} = {}): Promise<ResetReport> {
	let fileKeys: string[] = [];
	const report = await inRawTransaction(async (client) => {
		await client.query("SET LOCAL work_mem = '64MB'");
		await lockShops(client);
		await lockTotals(client);
		const report = await countDemo(client);
		const programme = await readProgrammeBefore(client);
		await client.query(findDemo);
		const days = await readDays(client);
		fileKeys = await deleteDemoFileRows(client);
		await switchGuards(client, "DISABLE");
		for (const statements of [
			removeVerdicts,
			removeTrust,
			removeSales,
			removeBenefits,
			removePools,
			removeDecisions,
			removePeople,
		])
			await client.query(statements);
		await switchGuards(client, "ENABLE");
		if (programme) await restoreProgramme(client, programme);
		await refreshDerivedDays(client, days, false);
		if (report.users > 0)
			await recordAuditRaw(client, {
				actor,
				action: "demo.reset",
				subjectType: "portal",
				subjectId: "demo",
				after: report,
			});
		return report;
	});
	await removeFileBytes(fileKeys);
	return report;
}

async function countDemo(client: PoolClient): Promise<ResetReport> {
	const { rows } = await client.query<ResetReport>(
		`SELECT (SELECT count(*) FROM partners p JOIN organisations o ON o.id = p.organisation_id WHERE o.is_demo)::int AS partners,
		        (SELECT count(*) FROM shops WHERE is_demo)::int AS shops,
		        (SELECT count(*) FROM users WHERE is_demo)::int AS users`,
	);
	return rows[0] ?? { partners: 0, shops: 0, users: 0 };
}

async function readDays(client: PoolClient): Promise<Day[]> {
	const { rows } = await client.query<{ day: Day }>("SELECT day FROM demo_days ORDER BY day");
	return rows.map((row) => row.day);
}

/** Constraints checked at commit must be settled first: PostgreSQL alters no table that has checks outstanding. */
async function switchGuards(client: PoolClient, state: "ENABLE" | "DISABLE"): Promise<void> {
	await client.query("SET CONSTRAINTS ALL IMMEDIATE");
	for (const [table, trigger] of guards)
		await client.query(`ALTER TABLE ${table} ${state} TRIGGER ${trigger}`);
}

/** The dates the programme had before the demo moved it. */
async function readProgrammeBefore(client: PoolClient): Promise<ProgrammeDates | null> {
	const { rows } = await client.query<{ programme: ProgrammeDates | null }>(
		`SELECT before -> 'programme' AS programme FROM audit_entries
		  WHERE subject_type = 'demo' AND action = $1 ORDER BY id DESC LIMIT 1`,
		[demoLoaded],
	);
	return rows[0]?.programme ?? null;
}

async function restoreProgramme(client: PoolClient, dates: ProgrammeDates): Promise<void> {
	// What was forecast from fiction goes with it; the next hour forecasts what is left.
	for (const table of ["programme_forecasts", "programme_backtests"])
		await client.query(
			`DELETE FROM ${table} WHERE programme_code IN (SELECT code FROM programmes WHERE code = $1 AND is_demo)`,
			[programmeCode],
		);
	await client.query(
		"UPDATE programmes SET start_day = $2, end_day = $3, is_demo = $4 WHERE code = $1 AND is_demo",
		[programmeCode, dates.startDay, dates.endDay, dates.isDemo],
	);
}
