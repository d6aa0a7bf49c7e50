import Link from "next/link";
import { Effort } from "@/components/programme/near-card";
import type { Words } from "@/components/programme/words";
import { SortLink } from "@/components/ui/sort-link";
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
import type { PartnerLine } from "@/lib/domains/programme/rules/partner-list";
import { bandLine, bandName, trackName } from "@/lib/domains/programme/rules/show/names";
import type { PartnerQuery } from "@/lib/domains/programme/schema";
import type { ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import { formatBps, formatCompactFen } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { hrefOfPartners } from "./href";

type Props = { lines: readonly PartnerLine[]; query: PartnerQuery; world: ProgrammeWorld; words: Words };

export function PartnerTable({ lines, query, world, words }: Props) {
	const { t } = words;
	return (
		<Table label={t("list.title")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-52">{t("list.partner")}</TableHead>
					<TableHead>{t("list.track")}</TableHead>
					<TableHead>{t("list.region")}</TableHead>
					<TableHead>{t("list.band")}</TableHead>
					<SortHead sort="net" query={query} words={words} />
					<SortHead sort="month" query={query} words={words} />
					<SortHead sort="projected" query={query} words={words} />
					<SortHead sort="reach" query={query} words={words} />
					<SortHead sort="need" query={query} words={words} />
				</TableRow>
			</TableHeader>
			<TableBody>
				{lines.map((line) => (
					<PartnerRow key={line.standing.partnerId} line={line} world={world} words={words} />
				))}
			</TableBody>
		</Table>
	);
}

const labels = { net: "net", month: "month", projected: "projected", reach: "next", need: "need" } as const;

/** The second click turns the order round; another order begins a list at its first page. */
function SortHead({
	sort,
	query,
	words: { t },
}: {
	sort: PartnerQuery["sort"];
	query: PartnerQuery;
	words: Words;
}) {
	const isCurrent = query.sort === sort;
	const direction = isCurrent ? (query.order === "asc" ? "ascending" : "descending") : undefined;
	const order = isCurrent && query.order === "desc" ? "asc" : "desc";
	return (
		<TableHead numeric aria-sort={direction ?? "none"}>
			<SortLink href={hrefOfPartners({ ...query, sort, order, page: 1 })} direction={direction}>
				{t(`list.${labels[sort]}`)}
			</SortLink>
		</TableHead>
	);
}

function PartnerRow({ line, world, words }: { line: PartnerLine; world: ProgrammeWorld; words: Words }) {
	const { t, locale } = words;
	const { standing, band, near, projectedFen } = line;
	const amount = (fen: bigint) => {
		const figure = formatCompactFen(fen, locale);
		return <span title={figure.exact}>{figure.text}</span>;
	};
	const needed = near?.neededPer30DaysFen ?? null;
	return (
		<TableRow>
			<TableRowHead>
				<Link href={routes.ops.partner(standing.partnerId)} prefetch={false} className="hover:underline">
					{standing.name}
				</Link>
			</TableRowHead>
			<TableCell className="whitespace-nowrap">
				{trackName(world.tracks, standing.trackCode, locale)}
			</TableCell>
			<TableCell className="whitespace-nowrap">{nameRegion(standing.region, locale)}</TableCell>
			<TableCell className="whitespace-nowrap">{band ? bandName(band, locale) : t("bands.below")}</TableCell>
			<TableCell numeric>{amount(standing.netFen)}</TableCell>
			<TableCell numeric>{amount(standing.lastMonthFen)}</TableCell>
			<TableCell numeric>{amount(projectedFen)}</TableCell>
			<TableCell numeric>
				{near ? (
					<>
						{bandLine(near.band, locale)}
						<small className="block text-ink-faint text-xs">
							{t("list.reached", { share: formatBps(near.reachedBps) })}
						</small>
					</>
				) : (
					<span className="text-ink-faint">{t(standing.netFen > 0n ? "list.above" : "list.noSales")}</span>
				)}
			</TableCell>
			<TableCell numeric>
				{near && (needed === null ? t("near.ended") : amount(needed))}
				<Effort needed={needed} monthly={standing.lastMonthFen} words={words} />
			</TableCell>
		</TableRow>
	);
}
