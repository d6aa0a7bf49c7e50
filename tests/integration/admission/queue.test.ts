import { beforeAll, expect, test } from "vitest";
import { countQueue, countQueueTabs, listQueuePage } from "@/lib/domains/admission/data/queue";
import { claimApplication } from "@/lib/domains/admission/mutations/assign-application";
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
	expect(pages.map((page) => page.length)).toEqual([queuePageSize, queuePageSize, 30]);
	const all = pages.flat();
	expect(new Set(all).size).toBe(130);
	expect(all[0]).toBe("app_000130");
	const third = await listQueuePage(reviewer, query);
	const first = third.rows[0];
	if (!first) throw new Error("empty page");
	const back = {
		...query,
		after: null,
		before: { submittedAtMs: first.submittedAt.getTime(), id: first.id },
	};
	expect(await idsOf(back)).toEqual(pages[1]);
	expect(await listQueuePage(reviewer, back)).toMatchObject({ hasPrevious: true, hasNext: true });
});

test("filters and counts agree, and a search takes signs as signs", async () => {
	expect(await countQueue(reviewer, ask({ track: "training" }))).toBe(65);
	expect(await countQueue(reviewer, ask({ q: "100%_" }))).toBe(3);
	expect(await countQueue(reviewer, ask({ q: "_" }))).toBe(3);
	expect(await countQueue(reviewer, ask({ q: "WM-2026-900007" }))).toBe(1);
	expect(await countQueue(reviewer, ask({ q: "'; DROP TABLE applications; --" }))).toBe(0);
	expect(await countQueue(reviewer, ask({ assignee: "none" }))).toBe(130);
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
	expect(await countQueue(reviewer, parseQueueQuery({ assignee: "mine" }))).toBe(0);
	await claimApplication(reviewer, submitted);
	const [row] = (await listQueuePage(reviewer, parseQueueQuery({ assignee: "mine" }))).rows;
	expect(row).toMatchObject({ state: "IN_REVIEW", assigneeName: "王小风", contactName: "欧阳风" });
	expect(await countQueueTabs(reviewer)).toMatchObject({ open: 1, rejected: 130, approved: 0, all: 131 });
});
