import { expect, test } from "vitest";
import { trustPoliciesV1 } from "@/lib/domains/trust/constants/policies";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import { findTrustPolicyDraft, listTrustPolicyVersions } from "@/lib/domains/trust/data/policy-drafts";
import {
	beginTrustDraft,
	discardTrustDraft,
	saveTrustDraft,
} from "@/lib/domains/trust/mutations/policy/drafts";
import { prepareTrustPolicy, publishTrustPolicy } from "@/lib/domains/trust/mutations/policy/publish";
import { formOfTrustPolicy } from "@/lib/domains/trust/rules/policy/policy-form";
import { can, roles } from "@/lib/platform/access/permissions";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { createMember } from "@/tests/factories/identity";

const today = "2026-01-05";
const now = new Date("2026-01-05T04:00:00Z");
const kind = "trust_tenfold" as const;
const form = formOfTrustPolicy(kind, trustPoliciesV1.trust_tenfold);

test("leads manage, all of the platform's staff read", () => {
	expect(roles.filter((role) => can(role, "trust-policy.manage"))).toEqual(["ops_lead"]);
	expect(can("auditor", "trust-policy.read")).toBe(true);
	expect(can("brand_manager", "trust-policy.read")).toBe(false);
});

test("every portal begins with version 1 of the four", async () => {
	for (const guarantee of ["SEVEN_DAY_RETURN", "RETURN_FREIGHT", "REFUND_WITHOUT_RETURN"] as const)
		expect((await readGuaranteePolicy(guarantee, "2020-01-01")).version).toBe(1);
	const { document } = await readGuaranteePolicy("TENFOLD_COMPENSATION", today);
	expect(document).toEqual(trustPoliciesV1.trust_tenfold);
});

test("a promise below the law stays a draft; one above it is announced 15 days ahead and told to the brands once", async () => {
	const [{ scope: lead }, { scope: colleague }, manager] = [
		await createMember({ role: "ops_lead" }),
		await createMember({ role: "ops_lead" }),
		await createMember({ role: "brand_manager" }),
	];
	await pool().query(
		"INSERT INTO brands (id, organisation_id, name, kind, category) VALUES ('brd_trust', $1, '风铃', 'WELL_KNOWN', '食品')",
		[manager.scope.organisationId],
	);
	const begun = await beginTrustDraft(lead, { kind, baseVersion: 1, today });
	const again = await beginTrustDraft(colleague, { kind, baseVersion: 1, today });
	if (!begun.ok || !again.ok) throw new Error("no draft");
	expect(again).toMatchObject({ draftId: begun.draftId, isNew: false });
	const { draftId } = begun;
	expect(await prepareTrustPolicy(kind, now)).toMatchObject({ ok: false, reason: "NOTHING_CHANGED" });

	const below = { ...form, goodsFloorLeastFen: "499.99" };
	expect(await saveTrustDraft(lead, { kind, draftId, version: 1, form: below })).toEqual({
		ok: true,
		version: 2,
	});
	expect(await saveTrustDraft(colleague, { kind, draftId, version: 1, form })).toMatchObject({
		reason: "STALE_VERSION",
	});
	const target = { kind, draftId, now, effectiveOn: "2026-01-20" };
	expect(await publishTrustPolicy(lead, { ...target, version: 2 })).toMatchObject({
		reason: "DRAFT_INCOMPLETE",
	});

	await saveTrustDraft(lead, { kind, draftId, version: 2, form: { ...form, multiplier: "12" } });
	expect(await publishTrustPolicy(lead, { ...target, version: 3, effectiveOn: "2026-01-19" })).toMatchObject({
		reason: "TRUST_NOTICE_TOO_SHORT",
		params: { earliest: "2026-01-20", days: 15 },
	});
	const both = await Promise.all([
		publishTrustPolicy(lead, { ...target, version: 3 }),
		publishTrustPolicy(colleague, { ...target, version: 3 }),
	]);
	expect(both.filter(({ ok }) => ok)).toEqual([{ ok: true, publishedVersion: 2, told: 1 }]);
	expect(both.filter(({ ok }) => !ok)).toMatchObject([{ reason: "DRAFT_PUBLISHED" }]);

	const of = async (day: string) =>
		(await readGuaranteePolicy("TENFOLD_COMPENSATION", day)).document.multiplier;
	expect([await of("2026-01-19"), await of("2026-01-20")]).toEqual([10, 12]);
	expect((await listTrustPolicyVersions(kind, today))[0]).toMatchObject({ version: 2, status: "upcoming" });
	expect(await findTrustPolicyDraft(kind)).toBeNull();
	const notice = await db().publicNotice.findFirstOrThrow({ where: { kind: "RULES" } });
	expect(notice.params).toMatchObject({ kind, version: 2, changesZh: ["承诺倍数：由 10 倍 调整为 12 倍"] });
	const told = { userId: manager.scope.userId, kind: "trustPolicyPublished" };
	expect(await db().notification.count({ where: told })).toBe(1);
});

test("a draft thrown away leaves the kinds beside it alone", async () => {
	const { scope: lead } = await createMember({ role: "ops_lead" });
	const freight = await beginTrustDraft(lead, { kind: "trust_freight", baseVersion: 1, today });
	const seven = await beginTrustDraft(lead, { kind: "trust_seven_day", baseVersion: 1, today });
	if (!freight.ok || !seven.ok) throw new Error("no draft");
	const wrong = { kind: "trust_seven_day", draftId: freight.draftId, version: 1 } as const;
	expect((await discardTrustDraft(lead, wrong)).ok).toBe(false);
	expect((await discardTrustDraft(lead, { ...wrong, kind: "trust_freight" })).ok).toBe(true);
	expect(await findTrustPolicyDraft("trust_freight")).toBeNull();
	expect((await findTrustPolicyDraft("trust_seven_day"))?.id).toBe(seven.draftId);
});
