import { Banner } from "@/components/ui/banner";
import { Card, CardBody } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionList } from "@/components/ui/description-list";
import type { ProofView } from "@/lib/domains/gmv/rules/proof-view";
import { formatCount, formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { askedBy } from "./check-name";

export function tookSeconds(proof: Pick<ProofView, "startedAt" | "finishedAt">): string {
	return ((proof.finishedAt.getTime() - proof.startedAt.getTime()) / 1000).toFixed(1);
}

async function verdictHint(proof: ProofView): Promise<string> {
	const [t, locale] = await Promise.all([getTranslations("proofs"), getLocale()]);
	const { checks, firstDay, lastDay } = proof;
	if (proof.violations > 0)
		return checks.length > 0
			? t("verdict.brokenHint", { failed: checks.filter((one) => one.violations > 0).length })
			: t("oldHint");
	if (!firstDay || !lastDay) return t("verdict.empty", { checks: checks.length });
	const figures = {
		facts: formatCount(proof.orderLines + proof.shopDayFacts),
		batches: formatCount(proof.batches),
		from: formatDate(firstDay, locale),
		to: formatDate(lastDay, locale),
	};
	return checks.length > 0
		? t("verdict.cleanHint", { ...figures, checks: checks.length })
		: t("verdict.cleanOld", figures);
}

/** Whether everything agreed, over how much, when, and who asked. */
export async function ProofVerdict({ proof }: { proof: ProofView }) {
	const [t, locale, hint] = await Promise.all([getTranslations("proofs"), getLocale(), verdictHint(proof)]);
	const isClean = proof.violations === 0;
	const items = [
		{ term: t("facts.finished"), detail: formatDateTime(proof.finishedAt, locale) },
		{ term: t("facts.took"), detail: t("seconds", { value: tookSeconds(proof) }) },
		{ term: t("facts.by"), detail: askedBy(t, proof) },
		{ term: t("facts.lines"), detail: formatCount(proof.orderLines) },
		{ term: t("facts.summaries"), detail: formatCount(proof.shopDayFacts) },
		{ term: t("facts.batches"), detail: formatCount(proof.batches) },
		{
			term: t("facts.span"),
			detail:
				proof.firstDay && proof.lastDay
					? `${formatDate(proof.firstDay, locale)} – ${formatDate(proof.lastDay, locale)}`
					: null,
		},
		{ term: t("facts.id"), detail: <CopyableId value={proof.id} label={t("facts.id")} shortened /> },
	];
	return (
		<Card>
			<CardBody className="space-y-5 pt-5">
				<Banner
					tone={isClean ? "success" : "danger"}
					title={isClean ? t("verdict.clean") : t("verdict.broken", { count: proof.violations })}
				>
					{hint}
				</Banner>
				<DescriptionList items={items} columns={3} />
			</CardBody>
		</Card>
	);
}
