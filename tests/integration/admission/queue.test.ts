import { beforeAll, expect, test } from "vitest";
import {
	countQueueTabs,
	countQueue as countRows,
	listQueuePage as listPage,
	searchQueue,
} from "@/lib/domains/admission/data/queue";
import { claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { claimNextApplication } from "@/lib/domains/admission/mutations/claim-next";
import { parseQueueQuery, type QueueQuery, queuePageSize } from "@/lib/domains/admission/rules/queue-query";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	createApplicant,
	createReviewer,
	createSubmittedApplication,
	fullDraft,
} from "@/tests/factories/admission";
import { createOrganisation } from "@/tests/factories/identity";

let reviewer: PlatformScope;

beforeAll(async () => {
	reviewer = await createReviewer();
	const organisation = await createOrganisation();
	// Rejected ones, for an organisation may have any number of them; many share an instant, so that the id decides.
	await pool().query(
		`INSERT INTO applications (id, number, organisation_id, state, form, company_name, uscc, primary_track, created_by_id, submitted_at, updated_at)
		 SELECT 'app_' || lpad(n::text, 6, '0'), 'WM-2026-9' || lpad(n::text, 5, '0'), $1, 'REJECTED', '{}',
		        CASE WHEN n % 40 = 0 THEN '百分之100%_电商' ELSE '企业' || n END, NULL,
		        CASE WHEN n % 2 = 0 THEN 'training' ELSE 'supply_chain' END, $2,
		        timestamptz '2026-10-01 08:00+08' + make_interval(mins => n / 7), now()
		   FROM generate_series(1, 130) n`,
		[organisation.id, reviewer.userId],
	);
});

const days = { today: "2026-11-20", soonBefore: "2026-11-24" };
const listQueuePage = (scope: PlatformScope, query: QueueQuery) => listPage(scope, query, days);
const countQueue = async (scope: PlatformScope, query: QueueQuery) =>
	(await countRows(scope, query, days)).count;

const ask = (params: Record<string, string>) => parseQueueQuery({ tab: "rejected", ...params });

async function idsOf(query: QueueQuery): Promise<string[]> {
	return (await listQueuePage(reviewer, query)).rows.map((row) => row.id);
}

test("pages meet without gap or overlap, forwards and back", async () => {
	const pages: string[][] = [];
	let query = ask({});
	for (;;) {
		const page = await listQueuePage(reviewer, query);
		pages.push(page.rows.map((row) => row.id));
		const last = page.rows.at(-1);
		if (!page.hasNext || !last) break;
		query = { ...query, after: { submittedAtMs: last.submittedAt.getTime(), id: last.id } };
	}
	expect(pages.map((page) => page.length)).toEqual([...Array(5).fill(queuePageSize), 5]);
	const all = pages.flat();
	expect(new Set(all).size).toBe(130);
	expect(all[0]).toBe("app_000130");
	const lastPage = await listQueuePage(reviewer, query);
	const first = lastPage.rows[0];
	if (!first) throw new Error("empty page");
	const back = {
		...query,
		after: null,
		before: { submittedAtMs: first.submittedAt.getTime(), id: first.id },
	};
	expect(await idsOf(back)).toEqual(pages[4]);
	expect(await listQueuePage(reviewer, back)).toMatchObject({ hasPrevious: true, hasNext: true });
});

test("what a search finds is paged like the tab it is searched in, and counted whole on every page", async () => {
	const ids: string[] = [];
	let query = ask({ q: "企业" });
	for (;;) {
		const { page, total } = await searchQueue(reviewer, query, days);
		expect(total).toEqual({ count: 127, isCapped: false });
		ids.push(...page.rows.map((row) => row.id));
		const last = page.rows.at(-1);
		if (!page.hasNext || !last) break;
		query = { ...query, after: { submittedAtMs: last.submittedAt.getTime(), id: last.id } };
	}
	expect(new Set(ids).size).toBe(127);
	expect(ids).toEqual([...ids].sort().reverse());
	const beyond = { ...ask({ q: "企业" }), after: { submittedAtMs: 0, id: "" } };
	expect(await searchQueue(reviewer, beyond, days)).toEqual({
		page: { rows: [], hasPrevious: true, hasNext: false },
		total: { count: 127, isCapped: false },
	});
	expect((await searchQueue(reviewer, ask({ q: "龘" }), days)).total.count).toBe(0);
});

test("filters and counts agree, and a search takes signs as signs", async () => {
	expect(await countQueue(reviewer, ask({ track: "training" }))).toBe(65);
	expect(await countQueue(reviewer, ask({ q: "100%_" }))).toBe(3);
	expect(await countQueue(reviewer, ask({ q: "_" }))).toBe(0);
	expect(await countQueue(reviewer, ask({ q: "WM-2026-900007" }))).toBe(1);
	expect(await countQueue(reviewer, ask({ q: "'; DROP TABLE applications; --" }))).toBe(0);
	// Nobody has to take what is decided.
	expect(await countQueue(reviewer, ask({ scope: "unassigned" }))).toBe(0);
});

test("finds by code typed with spaces, contact and reviewer; tabs count by state", async () => {
	const form = fullDraft((draft) => {
		draft.people.contactName = "欧阳风";
	});
	const submitted = await createSubmittedApplication(await createApplicant(), form);
	const spaced = form.company.uscc.toLowerCase().replace(/(.{4})/g, "$1 ");
	for (const q of [spaced, "欧阳", form.company.uscc.slice(0, 12), "13800138"]) {
		expect(await countQueue(reviewer, parseQueueQuery({ q }))).toBe(1);
	}
	expect(await countQueue(reviewer, parseQueueQuery({ scope: "mine" }))).toBe(0);
	await claimApplication(reviewer, submitted);
	const [row] = (await listQueuePage(reviewer, parseQueueQuery({ scope: "mine" }))).rows;
	expect(row).toMatchObject({ state: "IN_REVIEW", assigneeName: "王小风", contactName: "欧阳风" });
	expect(await countQueueTabs(reviewer)).toMatchObject({ open: 1, rejected: 130, approved: 0, all: 131 });
});

test("two characters, full width, the start of a code and the last digits find an application", async () => {
	const applicant = await createApplicant();
	const { applicationId } = await createSubmittedApplication(
		applicant,
		fullDraft((draft) => {
			draft.company.name = "泉州曜石ＡＢ（集团）供应链有限公司";
			draft.people.contactName = "欧阳";
		}),
	);
	const { rows } = await pool().query<{ uscc: string; number: string }>(
		"SELECT uscc, number FROM applications WHERE id = $1",
		[applicationId],
	);
	const [row] = rows;
	if (!row) throw new Error("no application");
	const typed = [
		"曜石",
		"石",
		"欧阳",
		"曜石AB集团",
		"ａｂ 曜石",
		"供应链 欧阳",
		row.uscc.slice(0, 12),
		row.uscc.toLowerCase(),
		`${row.uscc.slice(0, 4)} ${row.uscc.slice(4, 10)}`,
		row.number,
		row.number.slice(-6),
		String(Number(row.number.slice(-6))),
	];
	for (const q of typed) {
		const found = await searchQueue(reviewer, parseQueueQuery({ q }), days);
		expect(
			found.page.rows.map((one) => one.id),
			q,
		).toContain(applicationId);
		const scanned = await listPage(reviewer, parseQueueQuery({ q }), days, "scan");
		expect(
			scanned.rows.map((one) => one.id),
			`${q}, scanned`,
		).toEqual(found.page.rows.map((one) => one.id));
	}
	for (const q of ["石曜", "曜石 晓风", row.uscc.slice(3, 12), "曜%石", "%"]) {
		const found = await searchQueue(reviewer, parseQueueQuery({ q }), days);
		expect(
			found.page.rows.map((one) => one.id),
			q,
		).not.toContain(applicationId);
	}
});

test("more than a thousand are counted no further, and the page is the same", async () => {
	const organisation = await createOrganisation();
	await pool().query(
		`INSERT INTO applications (id, number, organisation_id, state, form, company_name, created_by_id, submitted_at, updated_at)
		 SELECT 'app_many' || lpad(n::text, 6, '0'), 'WM-2026-8' || lpad(n::text, 5, '0'), $1, 'REJECTED', '{}', '沧浪' || n || '有限公司', $2,
		        timestamptz '2026-09-01 08:00+08' + make_interval(mins => n), now()
		   FROM generate_series(1, 1001) n`,
		[organisation.id, reviewer.userId],
	);
	const found = await searchQueue(reviewer, ask({ q: "沧浪" }), days);
	expect(found.total).toEqual({ count: 1000, isCapped: true });
	expect(found.page.rows[0]?.id).toBe("app_many001001");
	await pool().query("DELETE FROM applications WHERE id = 'app_many000001'");
	expect((await searchQueue(reviewer, ask({ q: "沧浪" }), days)).total).toEqual({
		count: 1000,
		isCapped: false,
	});
});

test("filters narrow down: days, checks, track, region, reviewer, stage", async () => {
	const only = async (params: Record<string, string>) =>
		(await searchQueue(reviewer, ask(params), days)).total.count;
	expect(await only({ from: "2026-10-01", to: "2026-10-01", track: "training" })).toBe(65);
	expect(await only({ from: "2026-10-02", track: "training" })).toBe(0);
	expect(await only({ track: "training", region: "浙江省" })).toBe(0);
	expect(await only({ checks: "failed" })).toBe(0);
	expect(await only({ assignee: "usr_0nobody" })).toBe(0);
	expect(await only({ stage: "SECOND" })).toBe(0);
	await pool().query(
		`UPDATE applications SET checks = '{"results":[{"status":"failed"}]}', region = '浙江省' WHERE id = 'app_000002'`,
	);
	expect(await only({ checks: "failed" })).toBe(1);
	expect(await only({ track: "training", region: "浙江省" })).toBe(1);
});

test("a walk through the pages meets every row that stays, while others move", async () => {
	const expected = new Set<string>();
	const { rows } = await pool().query<{ id: string }>(
		"SELECT id FROM applications WHERE state = 'REJECTED' AND id LIKE 'app_000%'",
	);
	for (const { id } of rows) expected.add(id);
	const seen: string[] = [];
	let query = ask({ to: "2026-10-01", from: "2026-10-01" });
	for (;;) {
		const page = await listQueuePage(reviewer, query);
		seen.push(...page.rows.map((row) => row.id));
		const last = page.rows.at(-1);
		if (!page.hasNext || !last) break;
		query = { ...query, after: { submittedAtMs: last.submittedAt.getTime(), id: last.id } };
		// The row the cursor stands on leaves, and a new one comes in at the front: neither may shift what follows.
		await pool().query(
			"UPDATE applications SET submitted_at = submitted_at + interval '30 days' WHERE id = $1",
			[last.id],
		);
		expected.delete(last.id);
	}
	expect(new Set(seen).size).toBe(seen.length);
	expect([...expected].filter((id) => !seen.includes(id))).toEqual([]);
});

test("counts stay right while many move at once, and claiming the next hands out each once", async () => {
	const before = await countQueueTabs(reviewer);
	const applicants = await Promise.all(Array.from({ length: 8 }, () => createApplicant()));
	const made = await Promise.all(applicants.map((applicant) => createSubmittedApplication(applicant)));
	const colleagues = await Promise.all(Array.from({ length: 4 }, () => createReviewer()));
	const claims = await Promise.all(
		[...colleagues, ...colleagues].map((colleague) => claimNextApplication(colleague)),
	);
	const ids = claims.map((claim) => (claim.ok ? claim.applicationId : claim.reason));
	expect(new Set(ids).size).toBe(8);
	await Promise.all(
		made.map(({ applicationId }) =>
			pool().query("UPDATE applications SET state = state WHERE id = $1", [applicationId]),
		),
	);
	const { rows } = await pool().query<{ n: number }>(
		"SELECT count(*)::int AS n FROM applications WHERE state IN ('SUBMITTED', 'IN_REVIEW')",
	);
	const after = await countQueueTabs(reviewer);
	expect(after.open).toBe(rows[0]?.n);
	expect(after.open).toBe(before.open + 8);
	// Folded into one line per place, the counts are the same; a change that is undone leaves none.
	await pool().query("SELECT fold_application_counts()");
	expect(await countQueueTabs(reviewer)).toEqual(after);
	const client = await pool().connect();
	await client.query("BEGIN");
	await client.query("UPDATE applications SET state = 'WITHDRAWN' WHERE state = 'SUBMITTED'");
	await client.query("ROLLBACK");
	client.release();
	expect(await countQueueTabs(reviewer)).toEqual(after);
});

test("nobody is handed what they may not take", async () => {
	await pool().query(
		"UPDATE applications SET assignee_id = $1 WHERE assignee_id IS NULL AND state <> 'REJECTED'",
		[reviewer.userId],
	);
	const applicant = await createApplicant();
	const { applicationId } = await createSubmittedApplication(applicant);
	const bound = await createReviewer();
	await pool().query(
		"INSERT INTO conflicts_of_interest (id, user_id, organisation_id, reason) VALUES ('coi_1', $1, $2, 'kin')",
		[bound.userId, applicant.organisationId],
	);
	expect(await claimNextApplication(bound)).toMatchObject({ ok: false, reason: "NOTHING_TO_CLAIM" });
	expect(await claimNextApplication(await createReviewer())).toEqual({ ok: true, applicationId });
});
