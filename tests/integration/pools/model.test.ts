import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { expireGrants } from "@/lib/domains/pools/mutations/expire-grants";
import {
	clawBackGrant,
	grantFromPool,
	grantReserved,
	releaseReserved,
	reserveFromPool,
	returnToAvailable,
	spendGrant,
} from "@/lib/domains/pools/mutations/ledger";
import type { Moved } from "@/lib/domains/pools/mutations/move";
import { systemActor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createLead } from "@/tests/factories/partnership";
import { fillPool, holdClock } from "@/tests/factories/pools";
import { createPartner } from "@/tests/factories/tiers";

let leads: [PlatformScope, PlatformScope];
let partnerId: string;
const actor = systemActor("test");

beforeAll(async () => {
	leads = [await createLead(), await createLead()];
	partnerId = (await createPartner()).id;
});

type Grant = {
	id: string;
	lastDay: number;
	reserved: bigint;
	open: bigint;
	spent: bigint;
	expired: bigint;
	back: bigint;
};
/** What should be: as simple as it can be said, and nothing like the database's way of it. */
type Model = { available: bigint; expired: bigint; back: bigint; day: number; grants: Grant[] };

const steps = [
	"reserve",
	"grant",
	"give",
	"release",
	"spend",
	"clawBack",
	"clawBackSpent",
	"returnExpired",
	"returnBack",
	"nextDay",
] as const;
const step = fc.record({
	what: fc.constantFrom(...steps),
	amount: fc.bigInt({ min: 1n, max: 60n }),
	which: fc.nat(5),
	lasts: fc.nat(3),
	again: fc.boolean(),
});
type Step = { what: (typeof steps)[number]; amount: bigint; which: number; lasts: number; again: boolean };

const dayOf = (day: number) => `2026-03-${String(1 + day).padStart(2, "0")}`;

function expireModel(model: Model): void {
	for (const grant of model.grants) {
		if (grant.lastDay >= model.day) continue;
		grant.expired += grant.open;
		model.expired += grant.open;
		model.available += grant.reserved;
		grant.open = 0n;
		grant.reserved = 0n;
	}
}

/** Whether the model lets it happen, and if so that it has. */
function applyTo(model: Model, { what, amount, lasts }: Step, grant: Grant | undefined): boolean {
	if (what === "reserve" || what === "grant") {
		if (model.available < amount) return false;
		model.available -= amount;
		const empty = {
			id: "",
			lastDay: model.day + lasts,
			reserved: 0n,
			open: 0n,
			spent: 0n,
			expired: 0n,
			back: 0n,
		};
		model.grants.push(what === "reserve" ? { ...empty, reserved: amount } : { ...empty, open: amount });
		return true;
	}
	if (what === "returnExpired" || what === "returnBack") {
		const account = what === "returnExpired" ? "expired" : "back";
		if (model[account] < amount) return false;
		model[account] -= amount;
		model.available += amount;
		return true;
	}
	if (!grant) return false;
	const moves = {
		give: ["reserved", "open"],
		release: ["reserved", null],
		spend: ["open", "spent"],
		clawBack: ["open", "back"],
		clawBackSpent: ["spent", "back"],
	} as const;
	if (what === "nextDay") return false;
	const [from, to] = moves[what];
	if (grant[from] < amount) return false;
	grant[from] -= amount;
	if (to) grant[to] += amount;
	else model.available += amount;
	if (to === "back") model.back += amount;
	return true;
}

async function ask(
	poolId: string,
	key: string,
	{ what, amount, lasts }: Step,
	grant: Grant | undefined,
	day: number,
) {
	const move = { poolId, amount, key, actor, reason: "模型" };
	const terms = { partnerId, benefitCode: null, purpose: "模型", expiresOn: dayOf(day + lasts) };
	if (what === "reserve") return reserveFromPool(pool(), { ...move, ...terms });
	if (what === "grant") return grantFromPool(pool(), { ...move, ...terms });
	if (what === "returnExpired") return returnToAvailable(pool(), { ...move, from: "EXPIRED" });
	if (what === "returnBack") return returnToAvailable(pool(), { ...move, from: "CLAWED_BACK" });
	const own = { ...move, grantId: grant?.id ?? "" };
	if (what === "give") return grantReserved(pool(), own);
	if (what === "release") return releaseReserved(pool(), own);
	if (what === "spend") return spendGrant(pool(), own);
	return clawBackGrant(pool(), { ...own, from: what === "clawBack" ? "GRANTED" : "SPENT" });
}

let run = 0;

test("whatever is asked in whatever order, the ledger says what the model says", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (list) => {
			run++;
			await holdClock(`${dayOf(0)}T04:00:00Z`);
			const poolId = await fillPool(leads, "150");
			const model: Model = { available: 150n, expired: 0n, back: 0n, day: 0, grants: [] };
			for (const [index, one] of list.entries()) {
				if (one.what === "nextDay") {
					model.day++;
					await holdClock(`${dayOf(model.day)}T04:00:00Z`);
					await expireGrants();
					expireModel(model);
					continue;
				}
				const isNew = one.what === "reserve" || one.what === "grant";
				const isReturn = one.what === "returnExpired" || one.what === "returnBack";
				const grant =
					isNew || isReturn ? undefined : model.grants[one.which % Math.max(1, model.grants.length)];
				if (!isNew && !isReturn && !grant) continue;
				const key = `run-${run}-${index}`;
				const outcome: Outcome<Moved> = await ask(poolId, key, one, grant, model.day);
				const expected = applyTo(model, one, grant);
				expect(
					outcome.ok,
					`${index}: ${JSON.stringify(one, (_, v) => (typeof v === "bigint" ? `${v}` : v))}`,
				).toBe(expected);
				if (isNew && outcome.ok) (model.grants.at(-1) as Grant).id = outcome.grantId ?? "";
				if (one.again && outcome.ok)
					expect(await ask(poolId, key, one, grant, model.day)).toEqual({ ...outcome, isReplay: true });
			}
			const { rows } = await pool().query(
				`SELECT id, reserved, open, spent, expired, clawed_back AS back FROM pool_grants WHERE pool_id = $1 ORDER BY created_at, id`,
				[poolId],
			);
			expect(new Map(rows.map(({ id, ...rest }) => [id, rest]))).toEqual(
				new Map(model.grants.map(({ id, lastDay: _, ...rest }) => [id, rest])),
			);
			const found = await pool().query(
				"SELECT available, reserved, granted, expired, clawed_back AS back FROM pools WHERE id = $1",
				[poolId],
			);
			const sum = (field: "reserved" | "open") =>
				model.grants.reduce((total, grant) => total + grant[field], 0n);
			expect(found.rows[0]).toEqual({
				available: model.available,
				reserved: sum("reserved"),
				granted: sum("open"),
				expired: model.expired,
				back: model.back,
			});
		}),
		{ numRuns: 15 },
	);
});
