import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import {
	type Agreement,
	type KappaReading,
	readKappa,
} from "@/lib/domains/admission/rules/agreement-statistics";
import type { AdmissionNumbers } from "@/lib/domains/admission/rules/decision-times-report";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { formatKappa } from "./figures";

const tones: Record<KappaReading, BadgeTone> = {
	none: "danger",
	slight: "danger",
	fair: "warning",
	moderate: "neutral",
	substantial: "success",
	almost: "success",
};

/** Everybody together and each reviewer against all others; no figure without enough to say one. */
export async function AgreementTable({ agreement, names }: AdmissionNumbers) {
	const t = await getTranslations("numbers");
	const isEmpty = (agreement[0]?.pairs ?? 0) === 0;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("agreement.title")} description={t("agreement.description")} />
			{isEmpty ? (
				<EmptyState title={t("agreement.empty")} description={t("agreement.emptyText")} />
			) : (
				<Table label={t("agreement.title")}>
					<TableHeader>
						<TableRow>
							<TableHead>{t("tables.reviewer")}</TableHead>
							<TableHead numeric>{t("agreement.pairs")}</TableHead>
							<TableHead>{t("agreement.decisions")}</TableHead>
							<TableHead>{t("agreement.scores")}</TableHead>
							<TableHead>{t("agreement.difference")}</TableHead>
						</TableRow>
					</TableHeader>
					<TableBody>
						{agreement.map((row) => (
							<TableRow key={row.reviewerId ?? "all"}>
								<TableRowHead className="whitespace-nowrap">
									{row.reviewerId ? names.get(row.reviewerId) : t("agreement.everybody")}
								</TableRowHead>
								<TableCell numeric>{formatCount(row.pairs)}</TableCell>
								<TableCell className="whitespace-nowrap">
									<AgreementFigure agreement={row.decisions} />
								</TableCell>
								<TableCell className="whitespace-nowrap">
									<AgreementFigure agreement={row.scores} />
								</TableCell>
								<TableCell className="whitespace-nowrap">
									<Leaning points={row.meanDifference} />
								</TableCell>
							</TableRow>
						))}
					</TableBody>
				</Table>
			)}
		</Card>
	);
}

async function AgreementFigure({ agreement }: { agreement: Agreement }) {
	const t = await getTranslations("numbers");
	const n = formatCount(agreement.n);
	if (agreement.status !== "value") {
		const isFew = agreement.status === "few";
		return (
			<span className="text-ink-faint">{t(isFew ? "agreement.few" : "agreement.undefinedText", { n })}</span>
		);
	}
	const reading = readKappa(agreement.value);
	return (
		<span className="inline-flex items-center gap-2">
			<span className="figure font-semibold">{formatKappa(agreement.value)}</span>
			<Badge tone={tones[reading]}>{t(`agreement.readings.${reading}`)}</Badge>
			<span className="figure text-ink-faint text-xs">{t("agreement.sample", { n })}</span>
		</span>
	);
}

async function Leaning({ points }: { points: number | null }) {
	const t = await getTranslations("numbers");
	if (points === null) return <span className="text-ink-faint">–</span>;
	const size = Math.abs(points).toFixed(2);
	if (size === "0.00") return <span>{t("agreement.differenceNone")}</span>;
	return (
		<span className="figure">
			{t("agreement.differenceValue", { direction: points > 0 ? "higher" : "lower", points: size })}
		</span>
	);
}
