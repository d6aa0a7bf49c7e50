import { beforeAll, expect, test } from "vitest";
import { appealSuspension, suspendGuarantee } from "@/lib/domains/trust/mutations/card/suspend";
import { appealForBuyer } from "@/lib/domains/trust/mutations/claims/appeal-claim";
import { decideClaim } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { openClaim } from "@/lib/domains/trust/mutations/claims/open-claim";
import { addEvidence } from "@/lib/domains/trust/mutations/claims/work-claim";
import { actorOf } from "@/lib/platform/audit/actor";
import { changeCalendar } from "@/lib/platform/calendar/change";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { must } from "@/tests/factories/pools";
import { claimOn, createTrustShop, hold, sell, type TrustShop } from "@/tests/factories/trust-claims";

const monday = new Date("2026-11-16T10:00:00+08:00");
const wednesday = { day: "2026-11-18", isWorkday: false, nameZh: "临时放假", nameEn: "Day off" };
let reviewer: PlatformScope;
let lead: PlatformScope;
let shop: TrustShop;

const read = (id: string) => db().trustClaim.findUniqueOrThrow({ where: { id } });
const open = async (...args: Parameters<typeof claimOn>) => {
	const door = { actor: actorOf(reviewer), channel: "OPERATIONS" as const };
	return read(must(await openClaim(door, claimOn(...args), monday)).claimId);
};

beforeAll(async () => {
	[reviewer, lead] = [
		(await createMember({ role: "ops_reviewer" })).scope,
		(await createMember({ role: "ops_lead" })).scope,
	];
	shop = await createTrustShop();
	await hold(shop, "SEVEN_DAY_RETURN");
	await sell(
		shop,
		[0, 1, 2, 3].map((n) => ({
			event: `O${n}`,
			buyer: `B${n}`,
			at: "2026-11-10 10:00:00",
			amount: "100.00",
		})),
	);
});

test("a changed calendar restates every running clock of the trust card, and of nothing that ended", async () => {
	const waiting = await open("O0");
	const answered = await open("O1");
	must(await addEvidence(shop.scope, { claimId: answered.id, party: "SHOP", text: "已发货" }, monday));
	// No deposit was ever paid in, so what is granted waits for it.
	const queued = await open("O2", { facts: { signedOn: "2026-11-12", goodsClass: "ORDINARY" } });
	expect(queued).toMatchObject({ state: "DECIDED", paymentState: "QUEUED" });
	const refused = await open("O3");
	const refusal = { claimId: refused.id, version: refused.version, outcome: "REFUSED" as const };
	must(await decideClaim(reviewer, { ...refusal, reasons: ["EVIDENCE_MISSING"], note: "缺签收" }, monday));
	must(await appealForBuyer(reviewer, { claimId: refused.id, statement: "签收记录已补" }, monday));
	const guarantee = "SEVEN_DAY_RETURN" as const;
	const suspend = {
		shopId: shop.shopId,
		guarantee,
		reasonCode: "FALSE_PROMISE" as const,
		note: "详情页不符",
	};
	must(await suspendGuarantee(reviewer, suspend, monday));
	const { id: suspensionId } = await db().trustSuspension.findFirstOrThrow({ where: { toAt: null } });
	must(await appealSuspension(shop.scope, { suspensionId, statement: "已更正" }, monday));

	const dueDays = async () => {
		const claims = await Promise.all([waiting, answered, queued, refused].map(({ id }) => read(id)));
		const appeal = await db().trustClaimAppeal.findUniqueOrThrow({ where: { claimId: refused.id } });
		const suspension = await db().trustSuspension.findUniqueOrThrow({ where: { id: suspensionId } });
		return [...claims.map(({ dueOn }) => dueOn), appeal.dueOn, suspension.appealDueOn].map(
			(day) => day?.toISOString().slice(0, 10) ?? null,
		);
	};
	const [thursday, friday] = ["2026-11-19", "2026-11-20"];
	expect(await dueDays()).toEqual([thursday, thursday, thursday, null, thursday, thursday]);
	const { preview } = must(await changeCalendar(lead, { set: [wednesday], remove: [] }));
	const moves = (count: number) => [{ from: thursday, to: friday, count }];
	expect(preview.clocks.filter(({ kind }) => kind.startsWith("trust"))).toEqual([
		{ kind: "trust_claim", running: 3, moved: 3, moves: moves(3) },
		{ kind: "trust_claim_appeal", running: 1, moved: 1, moves: moves(1) },
		{ kind: "trust_suspension", running: 1, moved: 1, moves: moves(1) },
	]);
	expect(await dueDays()).toEqual([friday, friday, friday, null, friday, friday]);
	expect(
		await db().auditEntry.findFirst({
			where: { action: "trust_suspension.restate-due", subjectId: suspensionId },
		}),
	).toMatchObject({ before: { appealDueOn: thursday }, after: { appealDueOn: friday } });
	must(await changeCalendar(lead, { set: [], remove: [wednesday.day] }));
	expect(await dueDays()).toEqual([thursday, thursday, thursday, null, thursday, thursday]);
});
