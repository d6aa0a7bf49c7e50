import "server-only";
import {
	type ExclusiveStage,
	exclusiveMoves,
	maxExclusives,
	stageNames,
} from "@/lib/domains/playbook/constants/exclusives";
import { brandJob } from "@/lib/domains/playbook/constants/jobs";
import { findBrand, listPeople } from "@/lib/domains/playbook/data/brands";
import { findExclusive } from "@/lib/domains/playbook/data/exclusives";
import { sideOf } from "@/lib/domains/playbook/policy";
import type { MoveExclusive } from "@/lib/domains/playbook/schema/exclusives";
import type { ExclusiveRow } from "@/lib/domains/playbook/types/channel";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { enqueueJob } from "@/lib/platform/jobs/queue";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Scope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";

/**
 * Puts an idea for a product made for the channel into the register of a brand: the brand's own people and its partners'
 * may, the platform looks. @throws AppError NOT_FOUND for a foreign brand, and for a shop that is not the brand's
 */
export function proposeExclusive(
	scope: Scope,
	{ brandId, shopId, name, now }: { brandId: string; shopId: number; name: string; now: Date },
): Promise<Outcome<{ id: string }>> {
	return inOutcomeTransaction(async (tx): Promise<Outcome<{ id: string }>> => {
		const brand = await findBrand(scope, brandId, tx);
		if (sideOf(scope.workspace) === "PLATFORM") return refuse("PLAYBOOK_NOT_YOURS");
		const shop = await tx.shop.findFirst({ where: { id: shopId, brandId } });
		if (!shop) throw new AppError("NOT_FOUND");
		if ((await tx.exclusiveProduct.count({ where: { brandId } })) >= maxExclusives)
			return refuse("EXCLUSIVE_TOO_MANY", { params: { max: maxExclusives } });
		const id = newId("exc");
		await tx.exclusiveProduct.create({
			data: { id, brandId, shopId, name, movedByName: scope.userName, movedAt: now, createdAt: now },
		});
		await note(tx, scope, brand, { id, name, version: 1, from: null, to: "IDEA" });
		return { ok: true, id };
	});
}

/** The first and the day after the last day on sale that a move leaves; a reason where it may not. */
function daysOf(
	row: ExclusiveRow,
	{ to, day }: MoveExclusive,
	today: Day,
): Outcome<{ from: Day | null; to: Day | null }> {
	if (to === "ON_SALE") {
		if (!day || day > today)
			return refuse("EXCLUSIVE_DAY_AHEAD", { fieldErrors: { day: "EXCLUSIVE_DAY_AHEAD" } });
		return { ok: true, from: day, to: null };
	}
	if (row.stage !== "ON_SALE" || to !== "ENDED") return { ok: true, from: row.onSaleFrom, to: row.onSaleTo };
	const last = day || today;
	if (last > today) return refuse("EXCLUSIVE_DAY_AHEAD", { fieldErrors: { day: "EXCLUSIVE_DAY_AHEAD" } });
	if (row.onSaleFrom && last < row.onSaleFrom)
		return refuse("EXCLUSIVE_DAY_BEFORE", { fieldErrors: { day: "EXCLUSIVE_DAY_BEFORE" } });
	return { ok: true, from: row.onSaleFrom, to: addDays(last, 1) };
}

/**
 * Moves a product along its way; with what is on sale, the brand's fifth step is judged anew from the first day the move
 * says something of. A page that showed another version is told who was first.
 * @throws AppError NOT_FOUND for a product of a foreign brand
 */
export function moveExclusive(
	scope: Scope,
	{ now, ...move }: MoveExclusive & { now: Date },
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		await tx.$queryRaw`SELECT FROM exclusive_products WHERE id = ${move.id} FOR NO KEY UPDATE`;
		const row = await findExclusive(scope, move.id, tx);
		if (!row) throw new AppError("NOT_FOUND");
		if (sideOf(scope.workspace) === "PLATFORM") return refuse("PLAYBOOK_NOT_YOURS");
		if (
			row.version !== move.version ||
			!(exclusiveMoves[row.stage] as readonly ExclusiveStage[]).includes(move.to)
		)
			return refuse("EXCLUSIVE_CHANGED", { params: { by: row.movedByName ?? "" } });
		const days = daysOf(row, move, businessDayOf(now));
		if (!days.ok) return days;
		const productId = move.to === "ON_SALE" ? (move.productId ?? null) : row.productId;
		const taken =
			productId &&
			(await tx.exclusiveProduct.findFirst({
				where: { shopId: row.shopId, productId, id: { not: row.id } },
			}));
		if (taken)
			return refuse("EXCLUSIVE_PRODUCT_TAKEN", { fieldErrors: { productId: "EXCLUSIVE_PRODUCT_TAKEN" } });
		const { count } = await tx.exclusiveProduct.updateMany({
			where: { id: row.id, version: row.version, stage: row.stage },
			data: {
				...{ stage: move.to, productId, version: row.version + 1, movedByName: scope.userName, movedAt: now },
				onSaleFrom: days.from && new Date(days.from),
				onSaleTo: days.to && new Date(days.to),
			},
		});
		if (count !== 1) throw new AppError("STALE_VERSION");
		const brand = await findBrand(scope, row.brandId, tx);
		const change = { id: row.id, name: row.name, version: row.version + 1, from: row.stage, to: move.to };
		await note(tx, scope, brand, change, { productId, onSaleFrom: days.from, onSaleTo: days.to });
		const since = [row.onSaleFrom, days.from].flatMap((one) => one ?? []).toSorted()[0];
		if (since)
			await enqueueJob(tx, brandJob, { brandId: brand.id, since }, { key: `${row.id}:${row.version + 1}` });
		return { ok: true };
	});
}

type Change = { id: string; name: string; version: number; from: ExclusiveStage | null; to: ExclusiveStage };

/** The audit row, and word to everybody of the brand but the one who did it. */
async function note(
	tx: Tx,
	scope: Scope,
	brand: BrandHead,
	change: Change,
	details: object = {},
): Promise<void> {
	const { id, name, version, from, to } = change;
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: from === null ? "playbook.exclusive-propose" : "playbook.exclusive-move",
		...{ subjectType: "exclusive_product", subjectId: id, organisationId: brand.organisationId },
		before: from ? { stage: from, version: version - 1 } : undefined,
		after: { stage: to, version, ...details },
	});
	const [stage, stageEn] = stageNames[to];
	const people = (await listPeople(brand, tx)).filter((person) => person.id !== scope.userId);
	const hrefs = {
		BRAND: routes.brand.exclusives(),
		PARTNER: routes.partner.brandExclusives(brand.id),
		PLATFORM: routes.ops.brandExclusives(brand.id),
	};
	for (const side of ["BRAND", "PARTNER", "PLATFORM"] as const) {
		const ids = people.filter((person) => person.side === side).map((person) => person.id);
		if (ids.length > 0)
			await notifyUsers(tx, ids, {
				...{ key: `exclusive:${id}:${version}`, kind: "exclusiveMoved", href: hrefs[side] },
				params: { brand: brand.name, product: name, stage, stageEn, by: scope.userName },
			});
	}
}
