"use client";

import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { SlotEvidence } from "@/components/files/slot-evidence";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { trackFactsAsked } from "@/lib/domains/admission/rules/track-facts";
import type { TrackFact } from "@/lib/domains/admission/types";
import { Asked } from "./asked";
import { fieldId, useForm } from "./form-context";
import { TextField } from "./text-field";

export function TracksStep() {
	return (
		<div className="space-y-7">
			<PrimaryTrack />
			<OtherTracks />
			<TrackFacts />
		</div>
	);
}

function PrimaryTrack() {
	const t = useTranslations("admission");
	const label = useFieldLabel();
	const { draft, edit, touch, errorOf, tracks, rules } = useForm();
	function choose(code: string) {
		edit("tracks.primary", code);
		edit(
			"tracks.others",
			draft.tracks.others.filter((other) => other !== code),
		);
		touch("tracks.primary");
	}
	function askedOf(code: string) {
		const facts = rules.policy.standards.flatMap((standard) =>
			standard.kind === "track_fact" && standard.tracks?.includes(code)
				? [
						t(
							`standards.${standard.fact === "facilityProofs" ? "facility_proofs" : standard.fact === "contractedStreamers" ? "contracted_streamers" : "brand_authorisations"}`,
							{ threshold: standard.min },
						),
					]
				: [],
		);
		return facts.length > 0 ? facts.join(" · ") : t("form.noExtra");
	}
	return (
		<Asked path="tracks.primary">
			<FieldGroup legend={label("tracks.primary")} required error={errorOf("tracks.primary")}>
				<RadioGroup
					id={fieldId("tracks.primary")}
					look="cards"
					value={draft.tracks.primary}
					onValueChange={choose}
					options={tracks.map((track) => ({
						value: track.code,
						label: track.name,
						hint: askedOf(track.code),
					}))}
				/>
			</FieldGroup>
		</Asked>
	);
}

function OtherTracks() {
	const t = useTranslations("admission");
	const label = useFieldLabel();
	const { draft, edit, errorOf, tracks } = useForm();
	const { primary, others } = draft.tracks;
	function toggle(code: string, isChosen: boolean) {
		edit("tracks.others", isChosen ? [...others, code] : others.filter((other) => other !== code));
	}
	return (
		<Asked path="tracks.others">
			<FieldGroup
				legend={label("tracks.others")}
				hint={t("form.othersNone")}
				error={errorOf("tracks.others")}
			>
				<div className="flex flex-wrap gap-x-6 gap-y-2.5">
					{tracks
						.filter((track) => track.code !== primary)
						.map((track) => (
							<Checkbox
								key={track.code}
								label={track.name}
								checked={others.includes(track.code)}
								onCheckedChange={(checked) => toggle(track.code, checked === true)}
							/>
						))}
				</div>
			</FieldGroup>
		</Asked>
	);
}

function TrackFacts() {
	const t = useTranslations("admission");
	const { draft, rules } = useForm();
	const { primary, others } = draft.tracks;
	const asked = trackFactsAsked(rules.policy, [primary, ...others]);
	const minimumOf = (fact: TrackFact) =>
		Math.max(
			...rules.policy.standards.map((standard) =>
				standard.kind === "track_fact" && standard.fact === fact ? standard.min : 0,
			),
		);
	return (
		<section className="rounded-lg bg-sunken p-4 sm:p-5">
			<h3 className="font-medium text-ink text-sm">{t("form.factsTitle")}</h3>
			{asked.length === 0 ? (
				<p className="mt-1 text-ink-soft text-sm">{t(primary ? "form.noFacts" : "form.primaryFirst")}</p>
			) : (
				<div className="mt-3 grid gap-x-6 gap-y-5 sm:grid-cols-2">
					{asked.map((fact) => (
						<div key={fact} className="min-w-0 space-y-4">
							<TextField
								path={`tracks.${fact}`}
								inputMode="numeric"
								autoComplete="off"
								aside={t("form.factMinimum", { min: minimumOf(fact) })}
								hint={t(`hints.${fact}`)}
							/>
							<SlotEvidence slot={fact} isNamed />
						</div>
					))}
				</div>
			)}
		</section>
	);
}
