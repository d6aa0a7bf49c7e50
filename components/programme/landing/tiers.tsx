import { Check } from "lucide-react";
import { WindScale, type WindScaleStep } from "@/components/tiers/wind-scale";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { windTiers } from "@/components/ui/wind-barb";
import { getTranslations } from "@/lib/platform/i18n/server";
import { LandingSection } from "./section";

const criteria = ["gmv", "force", "experts", "disputes", "race"] as const;
const promises = ["down", "newcomer", "notice", "redLine"] as const;

export async function Tiers() {
	const t = await getTranslations("landing");
	const steps: WindScaleStep[] = windTiers.map((tier) => ({
		tier,
		name: t(`tiers.t${tier}.name`),
		note: t(`tiers.t${tier}.gmv`),
	}));
	return (
		<LandingSection
			id="tiers"
			wind={4}
			eyebrow={t("tiers.eyebrow")}
			title={t("tiers.title")}
			lead={t("tiers.lead")}
			className="bg-surface"
		>
			<WindScale label={t("tiers.scale")} steps={steps} />
			<CriteriaTable />
			<ul className="mt-8 grid gap-x-10 gap-y-3 sm:grid-cols-2">
				{promises.map((promise) => (
					<li key={promise} className="flex items-start gap-2.5 text-ink-soft text-sm">
						<Check aria-hidden="true" className="mt-1 size-4 shrink-0 text-brand-ink" />
						{t(`tiers.fair.${promise}`)}
					</li>
				))}
			</ul>
		</LandingSection>
	);
}

async function CriteriaTable() {
	const t = await getTranslations("landing");
	return (
		<figure className="mt-10 overflow-hidden rounded-lg border">
			<Table label={t("tiers.policy")} className="min-w-[54rem]">
				<TableHeader>
					<TableRow>
						<TableHead>{t("tiers.criterion")}</TableHead>
						{windTiers.map((tier) => (
							<TableHead key={tier}>
								T{tier} {t(`tiers.t${tier}.name`)}
							</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{criteria.map((criterion) => (
						<TableRow key={criterion}>
							<TableRowHead>{t(`tiers.${criterion}`)}</TableRowHead>
							{windTiers.map((tier) => {
								const key = `tiers.t${tier}.${criterion}` as "tiers.t5.race";
								return <TableCell key={tier}>{t.has(key) ? t(key) : t("tiers.none")}</TableCell>;
							})}
						</TableRow>
					))}
				</TableBody>
			</Table>
			<figcaption className="border-t px-4 py-2.5 text-ink-faint text-xs">{t("tiers.policy")}</figcaption>
		</figure>
	);
}
