import "server-only";
import type { PoolClient } from "pg";
import {
	answerRehearsal,
	type BindingEffect,
	endRehearsal,
	makeEffect,
	readBooks,
} from "@/lib/domains/gmv/mutations/binding-effect";
import {
	daysOfShop,
	findHolder,
	findPartnerToBind,
	hasTrack,
	isTaken,
	notify,
} from "@/lib/domains/gmv/mutations/binding-parts";
import { lockTotals } from "@/lib/domains/gmv/mutations/locks";
import { type BindingBefore, noteBindings } from "@/lib/domains/gmv/mutations/note-bindings";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import type { BindShopInput, EndBindingInput } from "@/lib/domains/gmv/schema";
import type { CorrectBindingInput } from "@/lib/domains/gmv/schema/proposals";
import { can } from "@/lib/platform/access/permissions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { AppError, type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** `dryRun` does everything, measures it and leaves nothing behind: the difference shown is the one that would be made. */
type Run = { dryRun?: boolean };
type Restated = { bindingId: string; effect: BindingEffect };

/** The past is corrected by the lead alone, and with a reason (domain.md §3.4). */
function refusePast(scope: PlatformScope, day: Day, reason: string, dryRun?: boolean): Refusal | null {
	if (day >= businessDayOf(new Date())) return null;
	if (!can(scope.role, "binding.correct")) return refuse("CORRECTION_NEEDS_LEAD");
	if (reason !== "" || dryRun) return null;
	return refuse("REASON_REQUIRED", { fieldErrors: { reason: "REASON_REQUIRED" } });
}

async function refuseTaken(
	shopCode: string,
	claim: Omit<Parameters<typeof findHolder>[1], "shopId">,
): Promise<Refusal> {
	const { rows } = await pool().query<{ id: number }>("SELECT id FROM shops WHERE code = $1", [shopCode]);
	const holder = rows[0] && (await findHolder(pool(), { ...claim, shopId: rows[0].id }));
	return refuse("SHOP_ALREADY_BOUND", {
		params: { partner: holder?.partner ?? "", since: holder?.since ?? "" },
	});
}

/** Restates some days after `write` has changed the binding that was `was`, and says what that did to the books. */
async function restate(
	client: PoolClient,
	partner: { id: string; name: string },
	days: readonly Day[],
	was: BindingBefore,
	write: () => Promise<void>,
): Promise<BindingEffect> {
	const before = await readBooks(client, partner.id, days);
	await write();
	await noteBindings(client, await refreshDerivedDays(client, days), [was]);
	return makeEffect(partner.name, days, before, await readBooks(client, partner.id, days));
}

/**
 * Binds a shop to a partner in one of its tracks from a day on (domain.md §3.4), restating the affected days in the same
 * transaction. A day in the past corrects history. Whether the shop is free is for the database's exclusion constraints
 * to say: `SHOP_ALREADY_BOUND` names who has it and since when.
 */
export async function bindShop(
	scope: PlatformScope,
	input: BindShopInput,
	{ dryRun }: Run = {},
): Promise<Outcome<Restated>> {
	grant(scope, "binding.manage");
	const refusal = refusePast(scope, input.fromDay, input.reason, dryRun);
	if (refusal) return refusal;
	try {
		return await answerRehearsal(() =>
			inRawTransaction((client) => writeBinding(client, scope, input, dryRun)),
		);
	} catch (error) {
		if (!isTaken(error)) throw error;
		return refuseTaken(input.shopCode, { ...input, toDay: null });
	}
}

async function writeBinding(
	client: PoolClient,
	scope: PlatformScope,
	input: BindShopInput,
	dryRun?: boolean,
): Promise<Outcome<Restated>> {
	await lockTotals(client);
	const partner = await findPartnerToBind(client, input.partnerId);
	if (!partner) throw new AppError("NOT_FOUND");
	if (partner.status === "EXITED") return refuse("PARTNER_EXITED");
	if (!(await hasTrack(client, input.partnerId, input.trackCode)))
		return refuse("TRACK_NOT_OF_PARTNER", { fieldErrors: { trackCode: "TRACK_NOT_OF_PARTNER" } });
	const shop = await client.query<{ id: number }>("SELECT id FROM shops WHERE code = $1", [input.shopCode]);
	const shopId = shop.rows[0]?.id;
	if (shopId === undefined) return refuse("SHOP_UNKNOWN", { fieldErrors: { shopCode: "SHOP_UNKNOWN" } });
	const { shopCode, partnerId, trackCode, fromDay } = input;
	const bindingId = newId("bnd");
	const days = await daysOfShop(client, shopId, fromDay, null);
	const was = { id: bindingId, fromDay: null, toDay: null };
	const effect = await restate(client, { id: partnerId, name: partner.partnerName }, days, was, async () => {
		await client.query(
			`INSERT INTO shop_bindings (id, shop_id, partner_id, track_code, from_day, status, created_by_id)
			 VALUES ($1, $2, $3, $4, $5, 'CONFIRMED', $6)`,
			[bindingId, shopId, partnerId, trackCode, fromDay, scope.userId],
		);
	});
	if (dryRun) endRehearsal({ ok: true, bindingId, effect });
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "binding.create",
		subjectType: "shop_binding",
		subjectId: bindingId,
		organisationId: partner.organisationId,
		after: { shopCode, partnerId, trackCode, fromDay, toDay: null },
		reason: input.reason || undefined,
	});
	await notify(client, partner.organisationId, {
		key: `shop-bound:${bindingId}`,
		kind: "shopBound",
		params: { shop: shopCode, day: fromDay },
		href: routes.partner.shops(),
	});
	return { ok: true, bindingId, effect };
}

type BindingRow = {
	id: string;
	shopId: number;
	shopCode: string;
	partnerId: string;
	partnerName: string;
	organisationId: string;
	trackCode: string;
	fromDay: Day;
	toDay: Day | null;
};

async function findConfirmed(client: PoolClient, bindingId: string): Promise<BindingRow> {
	const { rows } = await client.query<BindingRow>(
		`SELECT b.id, b.shop_id AS "shopId", s.code AS "shopCode", b.partner_id AS "partnerId", p.name AS "partnerName",
		        p.organisation_id AS "organisationId", b.track_code AS "trackCode", b.from_day AS "fromDay", b.to_day AS "toDay"
		   FROM shop_bindings b JOIN shops s ON s.id = b.shop_id JOIN partners p ON p.id = b.partner_id
		  WHERE b.id = $1 AND b.status = 'CONFIRMED'`,
		[bindingId],
	);
	if (!rows[0]) throw new AppError("NOT_FOUND");
	return rows[0];
}

/** Ends a binding: `toDay` is the first day that no longer counts for the partner. A past day corrects history. */
export async function endBinding(
	scope: PlatformScope,
	input: EndBindingInput,
	{ dryRun }: Run = {},
): Promise<Outcome<Restated>> {
	grant(scope, "binding.manage");
	const refusal = refusePast(scope, input.toDay, input.reason, dryRun);
	if (refusal) return refusal;
	return answerRehearsal(() =>
		inRawTransaction(async (client) => {
			await lockTotals(client);
			const binding = await findConfirmed(client, input.bindingId);
			if (input.toDay <= binding.fromDay)
				return refuse("END_BEFORE_START", { fieldErrors: { toDay: "END_BEFORE_START" } });
			if (binding.toDay !== null) return refuse("BINDING_ENDED", { params: { day: binding.toDay } });
			const days = await daysOfShop(client, binding.shopId, input.toDay, null);
			return rewrite(client, scope, binding, {
				action: "binding.end",
				span: { fromDay: binding.fromDay, toDay: input.toDay },
				reason: input.reason,
				days,
				dryRun,
			});
		}),
	);
}

/**
 * Corrects the span of a confirmed binding, in the past too: a logged operation of the lead with a reason, which restates
 * exactly the days that change hands. `BINDING_UNCHANGED` where both ends are what they were.
 */
export async function correctBinding(
	scope: PlatformScope,
	input: CorrectBindingInput,
	{ dryRun }: Run = {},
): Promise<Outcome<Restated>> {
	grant(scope, "binding.correct");
	const span = { fromDay: input.fromDay, toDay: input.toDay || null };
	if (span.toDay !== null && span.toDay <= span.fromDay)
		return refuse("END_BEFORE_START", { fieldErrors: { toDay: "END_BEFORE_START" } });
	let found: BindingRow | undefined;
	try {
		return await answerRehearsal(() =>
			inRawTransaction(async (client) => {
				await lockTotals(client);
				const binding = await findConfirmed(client, input.bindingId);
				found = binding;
				if (binding.fromDay === span.fromDay && binding.toDay === span.toDay)
					return refuse("BINDING_UNCHANGED");
				const days = await daysThatChange(client, binding, span);
				const { reason } = input;
				return rewrite(client, scope, binding, { action: "binding.correct", span, reason, days, dryRun });
			}),
		);
	} catch (error) {
		if (!isTaken(error) || !found) throw error;
		return refuseTaken(found.shopCode, { ...found, ...span, exceptId: found.id });
	}
}

type Span = { fromDay: Day; toDay: Day | null };

function contains(span: Span, day: Day): boolean {
	return span.fromDay <= day && (span.toDay === null || day < span.toDay);
}

/** The shop's days that are in one of the two spans and not in the other. */
async function daysThatChange(client: PoolClient, binding: BindingRow, span: Span): Promise<Day[]> {
	const from = binding.fromDay < span.fromDay ? binding.fromDay : span.fromDay;
	const to =
		binding.toDay === null || span.toDay === null
			? null
			: binding.toDay > span.toDay
				? binding.toDay
				: span.toDay;
	const days = await daysOfShop(client, binding.shopId, from, to);
	return days.filter((day) => contains(binding, day) !== contains(span, day));
}

async function rewrite(
	client: PoolClient,
	scope: PlatformScope,
	binding: BindingRow,
	change: {
		action: "binding.end" | "binding.correct";
		span: Span;
		reason: string;
		days: readonly Day[];
		dryRun?: boolean;
	},
): Promise<Outcome<Restated>> {
	const { span, days, action } = change;
	const effect = await restate(
		client,
		{ id: binding.partnerId, name: binding.partnerName },
		days,
		binding,
		async () => {
			const { rowCount } = await client.query(
				`UPDATE shop_bindings SET from_day = $2, to_day = $3
				  WHERE id = $1 AND status = 'CONFIRMED' AND from_day = $4 AND to_day IS NOT DISTINCT FROM $5::date`,
				[binding.id, span.fromDay, span.toDay, binding.fromDay, binding.toDay],
			);
			if (rowCount !== 1) throw new AppError("CHANGED_MEANWHILE");
		},
	);
	if (change.dryRun) endRehearsal({ ok: true, bindingId: binding.id, effect });
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action,
		subjectType: "shop_binding",
		subjectId: binding.id,
		organisationId: binding.organisationId,
		before: { fromDay: binding.fromDay, toDay: binding.toDay },
		after: { ...span },
		reason: change.reason || undefined,
	});
	const isEnd = action === "binding.end";
	await notify(client, binding.organisationId, {
		key: isEnd
			? `binding-ended:${binding.id}:${span.toDay}`
			: `binding-corrected:${binding.id}:${span.fromDay}:${span.toDay}:${newId("cor")}`,
		kind: isEnd ? "bindingEnded" : "bindingCorrected",
		params: isEnd
			? { shop: binding.shopCode, day: span.toDay ?? "" }
			: { shop: binding.shopCode, reason: change.reason },
		href: routes.partner.shops(),
	});
	return { ok: true, bindingId: binding.id, effect };
}
