"use client";

import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { usePolicySpeech } from "@/components/tiers/policy/use-policy-speech";
import { tierName } from "@/components/tiers/tier-names";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import { reasonInWords, trackInWords } from "@/lib/domains/tiers/rules/policy-words";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { PeriodReplay, TrackName } from "@/lib/domains/tiers/types";
import { formatMonth } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	periods: readonly PeriodReplay[];
	tracks: readonly TrackName[];
	tiers: TierPolicy["tiers"];
};

/** Whose tier would be another one in a period, and why. */
export function ReplayMoves({ periods, tracks, tiers }: Props) {
	const t = useTranslations("policylab");
	const locale = useLocale();
	const [runId, setRunId] = useState("");
	const moving = periods.filter((period) => period.changed > 0);
	const shown = moving.find((period) => period.runId === runId) ?? moving[0];
	if (!shown) return <div className="h-5" />;
	return (
		<section className="pt-6">
			<div className="flex flex-wrap items-end justify-between gap-3 px-5 pb-3">
				<h3 className="font-semibold text-ink text-sm">{t("replay.moves")}</h3>
				<Field label={t("replay.movesOf")} className="min-w-44">
					<NativeSelect
						value={shown.runId}
						onChange={({ target }) => setRunId(target.value)}
						options={moving.map((period) => ({
							value: period.runId,
							label: formatMonth(period.period, locale),
						}))}
					/>
				</Field>
			</div>
			<div className="max-h-112 overflow-y-auto">
				<MovesTable period={shown} tracks={tracks} tiers={tiers} />
			</div>
			{shown.changed > shown.moves.length && (
				<p className="px-5 py-3 text-ink-faint text-xs">
					{t("replay.more", { count: shown.changed - shown.moves.length, shown: shown.moves.length })}
				</p>
			)}
		</section>
	);
}

function MovesTable({ period, tracks, tiers }: Omit<Props, "periods"> & { period: PeriodReplay }) {
	const t = useTranslations("policylab");
	const speech = usePolicySpeech({ tracks, tiers });
	const { locale } = speech;
	return (
		<Table label={t("replay.moves")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("replay.partner")}</TableHead>
					<TableHead>{t("replay.track")}</TableHead>
					<TableHead>{t("replay.move")}</TableHead>
					<TableHead className="min-w-56">{t("replay.why")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{period.moves.map((move) => (
					<TableRow key={move.partnerId}>
						<TableRowHead className="whitespace-nowrap">
							<Link
								href={routes.ops.partner(move.partnerId)}
								className="text-brand-ink underline-offset-4 hover:underline"
							>
								{move.name}
							</Link>
						</TableRowHead>
						<TableCell className="whitespace-nowrap text-ink-soft">
							{trackInWords(speech, move.trackCode)}
						</TableCell>
						<TableCell>
							<span className="flex items-center gap-1.5">
								<TierBadge size="sm" tier={move.from} name={tierName(tiers, move.from, locale)} />
								<ArrowRight aria-label="→" role="img" className="size-3.5 text-ink-faint" />
								<TierBadge size="sm" tier={move.to} name={tierName(tiers, move.to, locale)} />
							</span>
						</TableCell>
						<TableCell>{reasonInWords(speech, move.reason, move.to > move.from)}</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
