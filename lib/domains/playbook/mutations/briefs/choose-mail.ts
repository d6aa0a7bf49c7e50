import "server-only";
import { findBrand } from "@/lib/domains/playbook/data/brands";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { BrandScope } from "@/lib/platform/session/scope";

/**
 * Whether somebody of a brand gets its brief by mail. The same choice again changes nothing.
 * @throws AppError NOT_FOUND for a foreign brand
 */
export function chooseBriefMail(
	scope: BrandScope,
	{ brandId, isOn }: { brandId: string; isOn: boolean },
): Promise<Outcome> {
	return inOutcomeTransaction(async (tx): Promise<Outcome> => {
		const brand = await findBrand(scope, brandId, tx);
		const silence = { brandId, userId: scope.userId };
		const { count } = isOn
			? await tx.playbookBriefSilence.deleteMany({ where: silence })
			: await tx.playbookBriefSilence.createMany({ data: [silence], skipDuplicates: true });
		if (count === 0) return { ok: true };
		await recordAudit(tx, {
			...{ actor: actorOf(scope), action: "playbook.brief-mail", subjectType: "brand", subjectId: brandId },
			organisationId: brand.organisationId,
			before: { isOn: !isOn },
			after: { isOn },
		});
		return { ok: true };
	});
}
