"use client";

import { useState, useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ReplayMatrices } from "@/components/tiers/policy/replay-matrices";
import { ReplayMoves } from "@/components/tiers/policy/replay-moves";
import { ReplaySummary } from "@/components/tiers/policy/replay-summary";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { NativeSelect } from "@/components/ui/native-select";
import { replayTierPolicy } from "@/lib/domains/tiers/actions/policy-lab";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { PeriodReplay, TrackName } from "@/lib/domains/tiers/types";
import { formatMonth } from "@/lib/platform/format";

type ReplayPanelProps = {
	/** Versions that may be tried; none where only the draft is. */
	versions: readonly number[];
	/** What is tried first; null: the draft. */
	initial: number | null;
	hasDraft: boolean;
	runs: readonly { runId: string; period: string }[];
	tracks: readonly TrackName[];
	tiers: TierPolicy["tiers"];
	/** Brings the draft to the server first. */
	flush?: () => Promise<unknown>;
	disabled?: boolean;
};

const CHOSEN_FIRST = 6;

/** A policy tried on past final runs: the periods side by side, the movement matrix, who moves and why. */
export function ReplayPanel(props: ReplayPanelProps) {
	const { versions, initial, hasDraft, runs, tracks, tiers, flush, disabled } = props;
	const t = useTranslations("policylab");
	const tPolicies = useTranslations("policies");
	const locale = useLocale();
	const errorText = useErrorText();
	const [chosen, setChosen] = useState(() => runs.slice(0, CHOSEN_FIRST).map(({ runId }) => runId));
	const [version, setVersion] = useState(initial);
	const [periods, setPeriods] = useState<readonly PeriodReplay[] | null>(null);
	const [error, setError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function replay() {
		setError(null);
		startTransition(async () => {
			await flush?.();
			const outcome = await replayTierPolicy({ version, runIds: chosen });
			if (outcome.ok) setPeriods(outcome.periods);
			else setError(errorText(outcome.reason, outcome.params));
		});
	}
	const options = [
		...(hasDraft ? [{ value: "", label: t("replay.draft") }] : []),
		...versions.map((one) => ({
			value: String(one),
			label: tPolicies("versionName", { version: one }),
		})),
	];
	return (
		<Card className="overflow-hidden" data-replay>
			<CardHeader
				title={t("replay.title")}
				description={runs.length === 0 ? t("replay.noRuns") : t("replay.description")}
			/>
			{runs.length > 0 && (
				<CardBody className="space-y-4">
					<div className="flex flex-wrap items-end gap-x-6 gap-y-4">
						{options.length > 1 && (
							<Field label={t("replay.policy")} className="min-w-40">
								<NativeSelect
									value={version === null ? "" : String(version)}
									options={options}
									onChange={({ target }) => setVersion(target.value === "" ? null : Number(target.value))}
								/>
							</Field>
						)}
						<FieldGroup legend={t("replay.periods")}>
							<div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-2">
								{runs.map(({ runId, period }) => (
									<Checkbox
										key={runId}
										label={formatMonth(period, locale)}
										checked={chosen.includes(runId)}
										onCheckedChange={(isOn) =>
											setChosen(isOn === true ? [...chosen, runId] : chosen.filter((one) => one !== runId))
										}
									/>
								))}
							</div>
						</FieldGroup>
						<Button
							variant="secondary"
							pending={pending}
							disabled={disabled || chosen.length === 0}
							onClick={replay}
						>
							{t(periods ? "replay.again" : "replay.run")}
						</Button>
					</div>
					{chosen.length === 0 && <p className="text-ink-soft text-sm">{t("replay.choose")}</p>}
					{error && (
						<Banner tone="danger" role="alert">
							{error}
						</Banner>
					)}
				</CardBody>
			)}
			{periods && (
				<div aria-live="polite" className="border-t">
					<Findings periods={periods} />
					<ReplaySummary periods={periods} />
					<ReplayMatrices periods={periods} tracks={tracks} />
					<ReplayMoves periods={periods} tracks={tracks} tiers={tiers} />
				</div>
			)}
		</Card>
	);
}

/** Where the facts come from, and the one sentence that matters when nothing changes. */
function Findings({ periods }: { periods: readonly PeriodReplay[] }) {
	const t = useTranslations("policylab");
	const readsAgain = periods.some((period) => period.readsAgain);
	const leftOut = Math.max(...periods.map((period) => period.leftOut));
	const isSame = periods.every((period) => period.changed === 0 && period.leftOut === 0);
	return (
		<div className="space-y-2 px-5 pt-4 text-ink-soft text-sm">
			{isSame && <p className="font-medium text-success-ink">{t("replay.same")}</p>}
			{!isSame && <p>{t("replay.effect")}</p>}
			<p className="text-ink-faint text-xs">
				{t(readsAgain ? "replay.readAgain" : "replay.receipts")}
				{leftOut > 0 && ` ${t("replay.leftOut", { count: leftOut })}`}
			</p>
		</div>
	);
}
