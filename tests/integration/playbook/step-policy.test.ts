import { expect, test } from "vitest";
import { findNotice, findNoticeIdOf } from "@/lib/domains/partnership/data/notices";
import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import { findStepPolicyDraft } from "@/lib/domains/playbook/data/step-policy-drafts";
import { tryStepPolicy } from "@/lib/domains/playbook/data/step-policy-trial";
import { readBrandSteps } from "@/lib/domains/playbook/data/step-results";
import { beginStepDraft, saveStepDraft } from "@/lib/domains/playbook/mutations/step-policy/drafts";
import { publishStepPolicy } from "@/lib/domains/playbook/mutations/step-policy/publish";
import { judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { can, roles } from "@/lib/platform/access/permissions";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { importText } from "@/tests/factories/gmv";
import { createMember } from "@/tests/factories/identity";

const header =
	"event_id,line_no,type,occurred_at,shop_id,product_id,product_name,buyer_id,quantity,amount,channel,streamer_id";
const sale = (id: string, day: string, amount: string, channel: string) =>
	`${id},1,sale,${day} 10:00:00,S-A,P1,杯子,B1,1,${amount},${channel},`;
const importSales = (...lines: string[]) => importText(`${[header, ...lines].join("\n")}\n`);

const now = new Date("2026-01-05T04:00:00Z");
const brandId = "brd_policy";

async function makeBrand() {
	const manager = await createMember({ role: "brand_manager" });
	await pool().query(
		"INSERT INTO brands (id, organisation_id, name, kind, category) VALUES ($1, $2, '风铃', 'WELL_KNOWN', '食品')",
		[brandId, manager.scope.organisationId],
	);
	await pool().query("UPDATE shops SET brand_id = $1", [brandId]);
	await pool().query(
		`INSERT INTO playbook_items (id, brand_id, key, template_version, step, position, owner, is_required, evidence_kind, due_on, state)
		 VALUES ('itm_policy', $1, 'step-a', 1, 2, 1, 'BRAND', true, 'NONE', '2026-01-01', 'DONE')`,
		[brandId],
	);
	return manager;
}

const days = async () =>
	(
		await pool().query(
			`SELECT day, policy_version AS version, gmv_fen AS fen, (met >> 1) & 1 AS met FROM playbook_brand_days
			  WHERE brand_id = $1 AND day IN ('2026-01-11', '2026-01-12') ORDER BY day`,
			[brandId],
		)
	).rows;

test("only leads draft and publish what closes a step", () => {
	expect(roles.filter((role) => can(role, "step-policy.manage"))).toEqual(["ops_lead"]);
});

test("a version judges from its first day on, and a correction judges each day by the version of its day", async () => {
	await importSales(
		sale("E1", "2026-01-01", "100.00", "public"),
		sale("E2", "2026-01-01", "200.00", "other"),
	);
	const manager = await makeBrand();
	await judgeUntil("2026-01-05");
	const [{ scope: lead }, { scope: colleague }] = [
		await createMember({ role: "ops_lead" }),
		await createMember({ role: "ops_lead" }),
	];

	const harder = await tryStepPolicy(lead, { ...stepPolicyV1, publicShareBps: 3334 });
	expect(harder).toMatchObject({ day: "2026-01-05", brands: 1, changed: 1, isComputed: false });
	expect(harder?.steps[1]).toEqual({ step: 2, metNow: 1, metThen: 0, wouldClose: 0, wouldFall: 1 });
	expect(await tryStepPolicy(lead, { ...stepPolicyV1, publicShareBps: 3333 })).toMatchObject({ changed: 0 });
	expect(await tryStepPolicy(lead, { ...stepPolicyV1, windowDays: 7 })).toMatchObject({
		isComputed: true,
		changed: 0,
	});

	await beginStepDraft(lead, { baseVersion: 1, today: "2026-01-05" });
	const draft = await findStepPolicyDraft();
	if (!draft) throw new Error("no draft");
	const saved = await saveStepDraft(lead, {
		...{ draftId: draft.id, version: draft.version },
		form: { ...draft.form, publicShareBps: "40", windowDays: "7", liveDays: "5" },
	});
	if (!saved.ok) throw new Error(saved.reason);
	const target = { draftId: draft.id, version: saved.version, now };
	expect(
		await saveStepDraft(colleague, { ...target, version: draft.version, form: draft.form }),
	).toMatchObject({
		reason: "STALE_VERSION",
	});
	expect(await publishStepPolicy(lead, { ...target, effectiveOn: "2026-01-11" })).toMatchObject({
		reason: "STEP_NOTICE_TOO_SHORT",
		params: { earliest: "2026-01-12", days: 7, changed: 1 },
	});
	const answers = await Promise.all(
		[lead, colleague].map((scope) => publishStepPolicy(scope, { ...target, effectiveOn: "2026-01-12" })),
	);
	expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, publishedVersion: 2, told: 1 }]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "DRAFT_PUBLISHED" });
	const policy = await db().policy.findFirstOrThrow({ where: { kind: "steps", version: 2 } });
	const noticeId = await findNoticeIdOf(policy.id);
	expect(noticeId && (await findNotice(noticeId))).toMatchObject({
		params: {
			kind: "steps",
			version: 2,
			changesZh: expect.arrayContaining([expect.stringContaining("40%")]),
		},
	});
	expect(
		await db().notification.count({ where: { userId: manager.scope.userId, kind: "stepPolicyPublished" } }),
	).toBe(1);

	await judgeUntil("2026-01-12");
	const before = { day: "2026-01-11", version: 1, fen: 30_000n, met: 1 };
	expect(await days()).toEqual([before, { day: "2026-01-12", version: 2, fen: 0n, met: 0 }]);
	const shown = await readBrandSteps(manager.scope, brandId, "2026-01-01");
	expect(shown?.policy).toMatchObject({ version: 2, publicShareBps: 4000, windowDays: 7 });
	expect(shown?.steps[1]).toMatchObject({ state: "CLOSED", belowDays: 1, trends: { PUBLIC_SHARE: null } });

	await importSales(sale("E3", "2026-01-08", "30.00", "public"));
	expect(await judgeUntil("2026-01-12")).toMatchObject({ added: 0 });
	expect(await days()).toEqual([
		{ ...before, fen: 33_000n },
		{ day: "2026-01-12", version: 2, fen: 3_000n, met: 1 },
	]);
});
