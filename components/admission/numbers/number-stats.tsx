import { StatCard } from "@/components/ui/stat-card";
import type { Share } from "@/lib/domains/admission/rules/decision-times";
import type { AdmissionNumbers } from "@/lib/domains/admission/rules/decision-times-report";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { formatDays, formatShare } from "./figures";

const shares = ["inTime", "approval", "changes", "appealed", "overturned"] as const;

/** The figures of the whole period, each with its definition and what it is a share of. */
export async function NumberStats({ overall }: Pick<AdmissionNumbers, "overall">) {
	const t = await getTranslations("numbers");
	const days = (value: number | null) => {
		const text = formatDays(value);
		return text === null ? t("none") : t("days", { days: text });
	};
	const note = ({ part, of }: Share) =>
		of === 0 ? t("nothing") : t("of", { part: formatCount(part), of: formatCount(of) });
	return (
		<div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
			<StatCard
				emphasis
				label={t("stats.median")}
				value={days(overall.medianDays)}
				note={t("ofConcluded", { count: formatCount(overall.concluded) })}
				explanation={<p>{t("explain.median")}</p>}
			/>
			<StatCard
				label={t("stats.p90")}
				value={days(overall.p90Days)}
				explanation={<p>{t("explain.p90")}</p>}
			/>
			{shares.map((name) => (
				<StatCard
					key={name}
					label={t(`stats.${name}`)}
					value={formatShare(overall[name])}
					note={note(overall[name])}
					explanation={<p>{t(`explain.${name}`)}</p>}
				/>
			))}
		</div>
	);
}
