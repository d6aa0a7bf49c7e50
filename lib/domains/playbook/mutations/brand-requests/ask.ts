import "server-only";
import { takeAttempt } from "@/lib/domains/identity/mutations/attempts";
import { newToken } from "@/lib/domains/identity/mutations/tokens";
import { brandRequestLimits } from "@/lib/domains/playbook/constants/brand-requests";
import { brandNameKey } from "@/lib/domains/playbook/rules/brand-name-key";
import type { NewBrandRequest } from "@/lib/domains/playbook/schema/brand-requests";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { composeMail } from "@/lib/platform/mail/compose";
import { enqueueMail } from "@/lib/platform/mail/outbox";
import { notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { hashToken } from "@/lib/platform/session/session-row";

type Asker = { address: string | null; userId: string | null };

/**
 * Takes a brand's request: the row, the mail with the link to its state, the leads' notice, the audit. A brand that is
 * here already and a second open request under the same name are refused, the latter by a unique index.
 */
export async function askForBrand(input: NewBrandRequest, asker: Asker): Promise<Outcome<{ token: string }>> {
	const attempt = await takeAttempt({
		...{ purpose: "brand-request", email: input.email, address: asker.address, limits: brandRequestLimits },
	});
	if (attempt === null) return refuse("TOO_MANY_ATTEMPTS");
	return inOutcomeTransaction(async (tx) => {
		const { name, kind, category, shops, contactName, email, phone, message, locale } = input;
		if (await tx.brand.findFirst({ where: { name }, select: { id: true } }))
			return refuse("BRAND_REQUEST_HERE");
		const id = newId("brq");
		const token = newToken();
		const { count } = await tx.brandRequest.createMany({
			data: [
				{
					...{
						id,
						name,
						nameKey: brandNameKey(name),
						kind,
						category,
						shops,
						contactName,
						email,
						message,
						locale,
					},
					...{ phone: phone || null, userId: asker.userId, tokenHash: hashToken(token), reasonCodes: [] },
				},
			],
			skipDuplicates: true,
		});
		if (count === 0) return refuse("BRAND_REQUEST_OPEN");
		const href = routes.brandRequestState(token);
		const reader = { id, email, name: contactName, locale };
		const mail = { key: `brandRequestReceived:${id}`, kind: "brandRequestReceived", values: { brand: name } };
		await enqueueMail(tx, await composeMail(reader, { ...mail, href }));
		await tellLeads(tx, id, name);
		await recordAudit(tx, {
			actor: { userId: asker.userId, label: contactName, organisationId: null, address: asker.address },
			action: "brand-request.ask",
			...{ subjectType: "brand-request", subjectId: id },
			after: { name, kind, category, shops, email },
		});
		return { ok: true, token };
	});
}

async function tellLeads(tx: Tx, id: string, brand: string): Promise<void> {
	const leads = await tx.membership.findMany({
		where: { role: "ops_lead", user: { status: "ACTIVE" } },
		distinct: ["userId"],
		select: { userId: true },
	});
	await notifyUsers(
		tx,
		leads.map(({ userId }) => userId),
		{
			...{ key: `brandRequested:${id}`, kind: "brandRequested", params: { brand } },
			href: routes.ops.brandRequest(id),
		},
	);
}

/** Takes a request back, by whoever holds the link of its mail. */
export function withdrawRequest(token: string, address: string | null, now: Date): Promise<Outcome> {
	return inOutcomeTransaction(async (tx) => {
		const tokenHash = hashToken(token);
		const [row] = await tx.brandRequest.updateManyAndReturn({
			where: { tokenHash, state: "OPEN" },
			data: { state: "WITHDRAWN", decidedAt: now },
			select: { id: true, contactName: true },
		});
		if (!row) {
			const known = await tx.brandRequest.findUnique({ where: { tokenHash }, select: { id: true } });
			return refuse(known ? "BRAND_REQUEST_DECIDED" : "NOT_FOUND");
		}
		await recordAudit(tx, {
			actor: { userId: null, label: row.contactName, organisationId: null, address },
			action: "brand-request.withdraw",
			...{ subjectType: "brand-request", subjectId: row.id },
			...{ before: { state: "OPEN" }, after: { state: "WITHDRAWN" } },
		});
		return { ok: true };
	});
}
