import "server-only";
import { createBrand } from "@/lib/domains/playbook/mutations/create-brand";
import type { RefusalReason } from "@/lib/domains/playbook/types/brand-requests";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import type { BrandRequest } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { defaultLocale, isLocale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Accept = { requestId: string; managerId: string; shops: string[]; now: Date };
type Refuse = { requestId: string; reasonCodes: readonly RefusalReason[]; reason: string; now: Date };

/** The request's row is the turnstile: of two who decide at once, the second finds it decided. */
async function holdOpen(tx: Tx, requestId: string): Promise<Outcome<{ request: BrandRequest }>> {
	await tx.$queryRaw`SELECT id FROM brand_requests WHERE id = ${requestId} FOR UPDATE`;
	const request = await tx.brandRequest.findUnique({ where: { id: requestId } });
	if (!request) return refuse("NOT_FOUND");
	return request.state === "OPEN" ? { ok: true, request } : refuse("BRAND_REQUEST_DECIDED");
}

/**
 * Takes a brand in: everything an invitation does, with the manager in charge and the request as its cause, or nothing.
 * The invitation mail is what the requester is told by.
 */
export function acceptRequest(
	scope: PlatformScope,
	{ requestId, managerId, shops, now }: Accept,
): Promise<Outcome<{ brandId: string }>> {
	return inOutcomeTransaction(async (tx): Promise<Outcome<{ brandId: string }>> => {
		const held = await holdOpen(tx, requestId);
		if (!held.ok) return held;
		const { name, kind, category, email } = held.request;
		const created = await createBrand(tx, scope, { name, kind, category, email, managerId, shops, now });
		if (!created.ok) return created;
		const { brandId } = created;
		await close(tx, scope, requestId, { state: "ACCEPTED", brandId, decidedAt: now });
		await recordDecision(tx, scope, requestId, { state: "ACCEPTED", brandId, managerId, shops });
		await notifyAsker(tx, held.request, "brandRequestAccepted");
		return created;
	});
}

/** Says no, with the reasons in the requester's mail. */
export function refuseRequest(
	scope: PlatformScope,
	{ requestId, reasonCodes, reason, now }: Refuse,
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		const held = await holdOpen(tx, requestId);
		if (!held.ok) return held;
		const codes = [...new Set(reasonCodes)];
		const data = { state: "REFUSED", reasonCodes: codes, reason: reason || null, decidedAt: now } as const;
		await close(tx, scope, requestId, data);
		await recordDecision(tx, scope, requestId, { state: "REFUSED", reasonCodes: codes, reason });
		await mailRefusal(tx, held.request, codes, reason);
		await notifyAsker(tx, held.request, "brandRequestRefused");
		return { ok: true };
	});
}

type Closing = {
	state: "ACCEPTED" | "REFUSED";
	decidedAt: Date;
	brandId?: string;
	reasonCodes?: string[];
	reason?: string | null;
};

async function close(tx: Tx, scope: PlatformScope, id: string, data: Closing): Promise<void> {
	await tx.brandRequest.update({
		where: { id, state: "OPEN" },
		data: { ...data, decidedById: scope.userId, decidedByName: scope.userName },
	});
}

async function recordDecision(
	tx: Tx,
	scope: PlatformScope,
	subjectId: string,
	after: Record<string, string | string[]>,
): Promise<void> {
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: after.state === "ACCEPTED" ? "brand-request.accept" : "brand-request.refuse",
		...{ subjectType: "brand-request", subjectId, before: { state: "OPEN" }, after },
	});
}

async function mailRefusal(
	tx: Tx,
	{ id, name, email, contactName, locale }: BrandRequest,
	codes: readonly RefusalReason[],
	reason: string,
): Promise<void> {
	const t = await createTranslations(isLocale(locale) ? locale : defaultLocale, "brandrequests");
	const reasons = [...codes.filter((code) => code !== "OTHER").map((code) => t(`reason.${code}`)), reason];
	const values = {
		brand: name,
		reasons: reasons
			.filter(Boolean)
			.map((line) => `- ${line}`)
			.join("\n"),
	};
	const mail = { key: `brandRequestRefused:${id}`, kind: "brandRequestRefused", href: routes.brandRequest() };
	await enqueueMail(tx, await composeMail({ id, email, name: contactName, locale }, { ...mail, values }));
}

/** Whoever asked while signed in is told in the portal as well. */
async function notifyAsker(
	tx: Tx,
	{ id, name, userId }: BrandRequest,
	kind: "brandRequestAccepted" | "brandRequestRefused",
): Promise<void> {
	if (!userId) return;
	await notifyUsers(tx, [userId], {
		...{ key: `${kind}:${id}`, kind, params: { brand: name }, href: routes.brandRequest() },
	});
}
