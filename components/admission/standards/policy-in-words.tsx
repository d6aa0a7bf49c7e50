"use client";

import { useTranslations } from "use-intl";
import { useSpeech } from "@/components/admission/standards/use-speech";
import { Badge } from "@/components/ui/badge";
import { DescriptionList } from "@/components/ui/description-list";
import {
	numberInWords,
	pointsInWords,
	standardInWords,
	tracksInWords,
} from "@/lib/domains/admission/rules/standard-words";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { PolicyNumber } from "@/lib/domains/admission/schema/standards-form";
import type { TrackName } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { formatBps, formatCompactFen } from "@/lib/platform/format";

export const clockNumbers = [
	"reviewWorkingDays",
	"appealWindowDays",
	"appealAnswerWorkingDays",
	"reapplyAfterDays",
	"reapplyAfterDaysWhenFalse",
	"changeNoticeDays",
	"changeNoticeDaysWhenMany",
	"manyOpenApplications",
] as const satisfies readonly PolicyNumber[];
export const partnerNumbers = [
	"verifyEveryMonths",
	"verifyWithinDays",
	"probationDays",
] as const satisfies readonly PolicyNumber[];

/** A whole version of the standards as sentences and figures. */
export function PolicyInWords({ policy, tracks }: { policy: AdmissionPolicy; tracks: readonly TrackName[] }) {
	const t = useTranslations("standards");
	const speech = useSpeech(tracks);
	const figures = (fields: readonly PolicyNumber[]) =>
		fields.map((field) => ({
			term: t(`words.number.${field}`),
			detail: numberInWords(speech, field, policy[field]),
		}));
	return (
		<div className="space-y-6">
			<Part title={t("overview.standards")} hint={t("overview.scored")}>
				<ul className="grid gap-x-10 md:grid-cols-2">
					{policy.standards.map((standard) => (
						<li key={standard.id} className="flex items-start justify-between gap-3 border-b py-2.5 text-sm">
							<span className="text-ink">{standardInWords(speech, standard)}</span>
							<Badge tone={standard.tracks ? "brand" : "neutral"} className="whitespace-normal">
								{tracksInWords(speech, standard.tracks)}
							</Badge>
						</li>
					))}
				</ul>
			</Part>
			<Part title={t("overview.weights")}>
				<DescriptionList
					columns={3}
					items={forceCodes.map((force) => ({
						term: t(`words.force.${force}`),
						detail: formatBps(policy.forceWeightsBps[force]),
					}))}
				/>
			</Part>
			<Part title={t("overview.clocks")}>
				<DescriptionList columns={3} items={figures(clockNumbers)} />
			</Part>
			<Part title={t("overview.fourEyes")}>
				<DescriptionList
					columns={3}
					items={[
						{ term: t("words.fourEyesTracks"), detail: tracksInWords(speech, policy.fourEyes.tracks) },
						{ term: t("words.fourEyesMargin"), detail: pointsInWords(speech, policy.fourEyes.marginBps) },
						{
							term: t("words.deposit"),
							detail: formatCompactFen(BigInt(policy.depositFen), speech.locale).text,
						},
					]}
				/>
			</Part>
			<Part title={t("overview.partners")}>
				<DescriptionList columns={3} items={figures(partnerNumbers)} />
			</Part>
		</div>
	);
}

function Part({ title, hint, children }: { title: string; hint?: string; children: React.ReactNode }) {
	return (
		<section>
			<h3 className="font-semibold text-ink text-sm">{title}</h3>
			{hint && <p className="mt-0.5 text-ink-faint text-xs">{hint}</p>}
			<div className="mt-3">{children}</div>
		</section>
	);
}
