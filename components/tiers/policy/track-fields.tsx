"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CriteriaFields } from "@/components/tiers/policy/criteria-fields";
import { MovementGrid, RaceGrid, WeightSum } from "@/components/tiers/policy/figure-fields";
import type { PolicyEditing } from "@/components/tiers/policy/policy-editor";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { plainTrack } from "@/lib/domains/tiers/rules/policy-form";
import { tierInWords, trackInWords } from "@/lib/domains/tiers/rules/policy-words";
import type { TrackForm } from "@/lib/domains/tiers/schema/policy-form";

/** What single tracks have of their own, and the way to give another track rules. */
export function TrackFields(props: PolicyEditing) {
	const t = useTranslations("policylab");
	const { form, tracks, tiers, edit, disabled } = props;
	const speech = usePolicySpeech({ tracks, tiers });
	const [chosen, setChosen] = useState("");
	const free = tracks.filter(({ code }) => !form.tracks[code]);
	function remove(code: string) {
		edit("tracks", Object.fromEntries(Object.entries(form.tracks).filter(([key]) => key !== code)));
	}
	return (
		<Card>
			<CardHeader title={t("draft.tracks")} description={t("draft.tracksHint")} />
			<CardBody className="space-y-4">
				{Object.entries(form.tracks).map(([code, own]) => (
					<TrackPart key={code} {...props} code={code} own={own} onRemove={() => remove(code)} />
				))}
				{free.length > 0 && !disabled && (
					<div className="flex flex-wrap items-end gap-3 rounded-lg border border-dashed p-4">
						<Field label={t("draft.addTrack")} className="min-w-56">
							<NativeSelect
								emptyLabel="–"
								value={chosen}
								onChange={(event) => setChosen(event.target.value)}
								options={free.map(({ code }) => ({ value: code, label: trackInWords(speech, code) }))}
							/>
						</Field>
						<Button
							variant="secondary"
							disabled={chosen === ""}
							onClick={() => {
								edit(`tracks.${chosen}`, plainTrack);
								setChosen("");
							}}
						>
							{t("draft.add")}
						</Button>
					</div>
				)}
			</CardBody>
		</Card>
	);
}

type TrackPartProps = PolicyEditing & { code: string; own: TrackForm; onRemove: () => void };

function TrackPart({ code, own, onRemove, ...editing }: TrackPartProps) {
	const t = useTranslations("policylab");
	const { form, tracks, tiers, edit, errorOf, disabled } = editing;
	const speech = usePolicySpeech({ tracks, tiers });
	const path = `tracks.${code}`;
	const track = trackInWords(speech, code);
	const choose = (at: string, label: string, isOwn: boolean, value: unknown) => (
		<Checkbox
			label={label}
			checked={isOwn}
			disabled={disabled}
			onCheckedChange={(isOn) => edit(at, isOn === true ? value : null)}
		/>
	);
	return (
		<section data-track={code} className="rounded-lg border p-4">
			<div className="flex items-center justify-between gap-3">
				<h3 className="font-semibold text-ink text-sm">{track}</h3>
				<Button
					variant="ghost"
					size="icon-sm"
					disabled={disabled}
					aria-label={t("draft.removeTrack", { track })}
					onClick={onRemove}
				>
					<Trash2 aria-hidden="true" />
				</Button>
			</div>
			<div className="mt-3 space-y-4">
				{([5, 4, 3, 2] as const).map((level) => {
					const { criteria, share } = own.tiers[level];
					const tier = tierInWords(speech, level);
					const at = `${path}.tiers.${level}`;
					return (
						<div key={level} className="space-y-3">
							<div className="flex flex-wrap gap-x-6 gap-y-2">
								{choose(
									`${at}.criteria`,
									t("draft.ownCriteria", { tier }),
									criteria !== null,
									form.tiers[level].criteria,
								)}
								{choose(
									`${at}.share`,
									t("draft.ownShare", { tier }),
									share !== null,
									form.tiers[level].share,
								)}
							</div>
							{criteria && <CriteriaFields {...editing} path={`${at}.criteria`} criteria={criteria} />}
							{share !== null && (
								<Field
									label={t("draft.ownShare", { tier })}
									hint={t("draft.shareHint")}
									error={errorOf(`${at}.share`)}
									className="max-w-56"
								>
									<Input
										value={share}
										inputMode="decimal"
										maxLength={10}
										suffix="%"
										placeholder={t("words.noLimit")}
										disabled={disabled}
										onChange={(event) => edit(`${at}.share`, event.target.value)}
									/>
								</Field>
							)}
						</div>
					);
				})}
				{choose(`${path}.race`, t("draft.ownRace"), own.race !== null, form.race)}
				{own.race && (
					<>
						<WeightSum race={own.race} />
						<RaceGrid {...editing} path={`${path}.race`} race={own.race} />
					</>
				)}
				{choose(`${path}.movement`, t("draft.ownMovement"), own.movement !== null, form.movement)}
				{own.movement && <MovementGrid {...editing} path={`${path}.movement`} movement={own.movement} />}
			</div>
		</section>
	);
}
