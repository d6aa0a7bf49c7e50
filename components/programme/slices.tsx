import { Card, CardHeader } from "@/components/ui/card";
import { Figure } from "@/components/ui/figure";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import type { ProgrammeDashboard, ProgrammeTerms, Slice } from "@/lib/domains/programme/types";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { bandLine, bandName } from "./band-name";
import { openWords, type Words } from "./words";

const REGIONS_SHOWN = 8;

/** Tracks and regions side by side: which of them carries the programme and which lags. */
export async function Slices({ dashboard }: { dashboard: ProgrammeDashboard }) {
	const words = await openWords();
	const { t, locale } = words;
	const { byTrack, byRegion, tracks, terms } = dashboard;
	const named = byTrack.map((slice) => {
		const track = tracks.find(({ code }) => code === slice.key);
		return { ...slice, key: (locale === "en" ? track?.nameEn : track?.nameZh) ?? slice.key };
	});
	const regions = byRegion
		.slice(0, REGIONS_SHOWN)
		.map((slice) => ({ ...slice, key: nameRegion(slice.key, locale) }));
	const hidden = byRegion.length - REGIONS_SHOWN;
	return (
		<div className="grid gap-4 xl:grid-cols-2">
			<SliceCard
				words={words}
				title={t("slices.tracks")}
				head={t("slices.track")}
				slices={named}
				terms={terms}
			/>
			<SliceCard
				words={words}
				title={t("slices.regions")}
				head={t("slices.region")}
				slices={regions}
				terms={terms}
				note={hidden > 0 ? t("slices.more", { count: formatCount(hidden) }) : undefined}
			/>
		</div>
	);
}

function SliceCard({
	title,
	head,
	slices,
	terms,
	note,
	words: { t, locale },
}: {
	title: string;
	head: string;
	slices: readonly Slice[];
	terms: ProgrammeTerms;
	note?: string;
	words: Words;
}) {
	const most = slices[0]?.netFen ?? 0n;
	return (
		<Card className="overflow-hidden">
			<CardHeader title={title} description={t("slices.description")} />
			<Table label={title} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{head}</TableHead>
						<TableHead numeric>{t("slices.partners")}</TableHead>
						<TableHead numeric className="min-w-28">
							{t("slices.net")}
						</TableHead>
						<TableHead numeric>{t("slices.perPartner")}</TableHead>
						{terms.bands.map((band) => (
							<TableHead key={band.code} numeric title={bandName(band, locale)}>
								{bandLine(band, locale)}
							</TableHead>
						))}
					</TableRow>
				</TableHeader>
				<TableBody>
					{slices.map((slice) => (
						<TableRow key={slice.key}>
							<TableRowHead className="whitespace-nowrap">{slice.key}</TableRowHead>
							<TableCell numeric>{formatCount(slice.partners)}</TableCell>
							<TableCell numeric className="font-medium">
								<Figure value={formatCompactFen(slice.netFen, locale)} unitClassName="text-[0.86em]" />
								<ShareBar share={slice.netFen > 0n ? Number((slice.netFen * 100n) / most) : 0} />
							</TableCell>
							<TableCell numeric>
								<Figure
									value={formatCompactFen(slice.netFen / BigInt(Math.max(1, slice.partners)), locale)}
									unitClassName="text-[0.86em]"
								/>
							</TableCell>
							{terms.bands.map((band) => (
								<TableCell key={band.code} numeric>
									{formatCount(slice.inBand[band.code] ?? 0)}
								</TableCell>
							))}
						</TableRow>
					))}
				</TableBody>
			</Table>
			{note && <p className="px-5 py-3 text-ink-faint text-xs">{note}</p>}
		</Card>
	);
}

function ShareBar({ share }: { share: number }) {
	return (
		<span aria-hidden="true" className="mt-1 block h-1.5 rounded-[1px_3px_1px_1px] bg-sunken">
			<span className="block h-full rounded-[1px_3px_1px_1px] bg-chart-1" style={{ width: `${share}%` }} />
		</span>
	);
}
