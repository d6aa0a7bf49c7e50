import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { tierLevels } from "@/lib/domains/tiers/constants";
import type { MovementSummary, RunSummary as Summary } from "@/lib/domains/tiers/rules/summarise-run";
import type { TrackName } from "@/lib/domains/tiers/types";
import { formatCount } from "@/lib/platform/format";
import { MoveCount } from "./move-count";
import { TierDistribution } from "./tier-distribution";
import { trackName } from "./track-name";
import { openWords, type Words } from "./words";

/** A run in numbers: tiers and movement, per track and altogether. */
export async function RunSummary({ summary, tracks }: { summary: Summary; tracks: readonly TrackName[] }) {
	const words = await openWords();
	const { t, locale } = words;
	const rows = tracks.flatMap((track) => {
		const found = summary.tracks.find((one) => one.trackCode === track.code);
		return found ? [{ name: trackName(track, locale), summary: found }] : [];
	});
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("run.perTrack")} />
			<Table label={t("run.perTrack")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{t("run.track")}</TableHead>
						<TableHead numeric>{t("runs.partners")}</TableHead>
						<TableHead className="min-w-56">{t("runs.distribution")}</TableHead>
						{tierLevels.map((level) => (
							<TableHead key={level} numeric>
								T{level}
							</TableHead>
						))}
						<TableHead numeric>{t("runs.promoted")}</TableHead>
						<TableHead numeric>{t("runs.demoted")}</TableHead>
						<TableHead numeric>{t("run.unchanged")}</TableHead>
						<TableHead numeric>{t("run.first")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<SummaryRow words={words} key={row.name} {...row} />
					))}
					<SummaryRow words={words} name={t("run.total")} summary={summary.total} />
				</TableBody>
			</Table>
		</Card>
	);
}

function SummaryRow({ name, summary, words }: { name: string; summary: MovementSummary; words: Words }) {
	return (
		<TableRow>
			<TableRowHead className="whitespace-nowrap">{name}</TableRowHead>
			<TableCell numeric>{formatCount(summary.partners)}</TableCell>
			<TableCell>
				<TierDistribution words={words} tiers={summary.tiers} />
			</TableCell>
			{tierLevels.map((level) => (
				<TableCell key={level} numeric>
					{formatCount(summary.tiers[level])}
				</TableCell>
			))}
			<TableCell numeric>
				<MoveCount count={summary.promoted} direction="up" />
			</TableCell>
			<TableCell numeric>
				<MoveCount count={summary.demoted} direction="down" />
			</TableCell>
			<TableCell numeric>{formatCount(summary.unchanged)}</TableCell>
			<TableCell numeric>{formatCount(summary.first)}</TableCell>
		</TableRow>
	);
}
