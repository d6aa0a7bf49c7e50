import { describeFigure, standardKey } from "@/components/admission/describe-figure";
import { Badge } from "@/components/ui/badge";
import type { AdmissionPolicy, StandardPolicy } from "@/lib/domains/admission/schema/policy";
import type { StandardResult } from "@/lib/domains/admission/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Track = { code: string; nameZh: string; nameEn: string };

/** The figure a standard asks for, with its unit; null where it has none. */
function thresholdOf(standard: StandardPolicy): { value: string; unit: StandardResult["unit"] } | null {
	switch (standard.kind) {
		case "company_age":
			return { value: String(standard.minMonths), unit: "months" };
		case "registered_capital":
			return { value: standard.minFen, unit: "fen" };
		case "staff_count":
		case "track_fact":
			return { value: String(standard.min), unit: "count" };
		case "force_composite":
		case "force_floor":
			return { value: String(standard.minBps), unit: "score" };
		default:
			return null;
	}
}

/** The standards of a version as they are published, before anybody is held against them. */
export async function PublishedStandards({
	policy,
	tracks,
}: {
	policy: AdmissionPolicy;
	tracks: readonly Track[];
}) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const nameOf = (code: string) => {
		const track = tracks.find((one) => one.code === code);
		return track ? (locale === "en" ? track.nameEn : track.nameZh) : code;
	};
	return (
		<ol className="grid gap-x-10 md:grid-cols-2">
			{policy.standards.map((standard) => {
				const threshold = thresholdOf(standard);
				const key = standardKey(standard.id);
				const text = threshold ? describeFigure(threshold.value, threshold.unit, locale) : "";
				return (
					<li key={standard.id} className="flex items-start justify-between gap-3 border-b py-2.5 text-sm">
						<span className="text-ink">{t.has(key) ? t(key, { threshold: text }) : standard.id}</span>
						{standard.tracks && (
							<Badge tone="brand">
								{t("apply.onlyTracks", { tracks: standard.tracks.map(nameOf).join(" · ") })}
							</Badge>
						)}
					</li>
				);
			})}
		</ol>
	);
}
