import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { minimumDecisionPairs, minimumScorePairs } from "@/lib/domains/admission/rules/agreement-statistics";
import { getTranslations } from "@/lib/platform/i18n/server";

/** What the agreement figures mean, for whoever has to explain them. */
export async function Definitions() {
	const t = await getTranslations("numbers");
	const lines = [
		t("definitions.kappa"),
		t("definitions.weighted"),
		t("definitions.difference"),
		t("definitions.few", { decisions: minimumDecisionPairs, scores: minimumScorePairs }),
		t("definitions.reading"),
	];
	return (
		<Card>
			<CardHeader title={t("definitions.title")} />
			<CardBody>
				<ul className="max-w-3xl list-disc space-y-2 pl-5 text-ink-soft text-sm">
					{lines.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}
