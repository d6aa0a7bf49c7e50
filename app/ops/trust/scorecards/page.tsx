import type { Metadata } from "next";
import Link from "next/link";
import { numberedPageHrefs, withQuery } from "@/components/gmv/page-href";
import { PageHeader } from "@/components/shell/page-header";
import { sayScore, saySigned } from "@/components/trust/scorecard/words";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
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
import { journeyStages } from "@/lib/domains/trust/constants/scorecard";
import { loadScores } from "@/lib/domains/trust/loaders/scorecard";
import { scorePageSize } from "@/lib/domains/trust/schema/scorecard";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("scorecard"))("listTitle") };
}

export default async function ScorecardsPage({ searchParams }: Props) {
	const [t, rules, locale, { filter, week, rows, total }] = await Promise.all([
		getTranslations("scorecard"),
		getTranslations("trustrules"),
		getLocale(),
		searchParams.then(loadScores),
	]);
	const path = routes.ops.trustScores();
	const sorted = (sort: (typeof filter)["sort"]) => ({
		href: withQuery(path, { q: filter.q, sort: sort === "score" ? undefined : sort }),
		...(filter.sort === sort && { direction: "ascending" as const }),
	});
	const heads = [
		["name", t("column.shop"), false],
		["score", t("column.score"), true],
		["change", t("column.change"), true],
	] as const;
	return (
		<>
			<PageHeader
				title={t("listTitle")}
				description={`${t("listDescription")}${week ? ` ${t("week", { from: formatDate(week, locale) })}` : ""}`}
			/>
			<div className="space-y-4">
				<FilterBar path={path} activeCount={filter.q ? 1 : 0} defaultOpen={filter.q !== ""}>
					<Field label={t("q")}>
						<Input name="q" type="search" defaultValue={filter.q} maxLength={100} />
					</Field>
				</FilterBar>
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<EmptyState title={t(filter.q ? "emptyFiltered" : "empty")} description={t("emptyText")} />
					) : (
						<Table label={t("listTitle")}>
							<TableHeader>
								<TableRow>
									{heads.map(([sort, label, numeric]) => (
										<TableHead key={sort} numeric={numeric} aria-sort={sorted(sort).direction ?? "none"}>
											<SortLink {...sorted(sort)}>{label}</SortLink>
										</TableHead>
									))}
									{journeyStages.map((stage) => (
										<TableHead key={stage} numeric>
											{rules(`stage.${stage}`)}
										</TableHead>
									))}
									<TableHead>{t("column.pull")}</TableHead>
								</TableRow>
							</TableHeader>
							<TableBody>
								{rows.map((row) => (
									<TableRow key={row.shopId}>
										<TableRowHead className="min-w-40">
											<Link
												href={routes.ops.trustScore(row.shopId)}
												className="text-brand-ink underline underline-offset-4"
											>
												{row.shopName ?? row.shopCode}
											</Link>
											<p className="font-normal text-ink-faint text-xs">{row.category}</p>
										</TableRowHead>
										<TableCell numeric className="font-semibold">
											{row.score === null ? "–" : sayScore(row.score)}
										</TableCell>
										<TableCell numeric>{row.change === null ? "–" : saySigned(row.change)}</TableCell>
										{row.stages.map((score, at) => (
											<TableCell key={journeyStages[at]} numeric>
												{score === null ? "–" : sayScore(score)}
											</TableCell>
										))}
										<TableCell className="whitespace-nowrap">
											{row.pull && row.points !== null
												? `${rules(`indicator.${row.pull}`)} ${saySigned(row.points)}`
												: t("none")}
										</TableCell>
									</TableRow>
								))}
							</TableBody>
						</Table>
					)}
					<Pagination total={total} {...numberedPageHrefs(path, filter, total, scorePageSize)} />
				</Card>
			</div>
		</>
	);
}
