"use client";

import { useLocale, useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
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
import { daysOf, isWeekend, type Span, spansOf } from "@/lib/platform/calendar/rules";
import type { CalendarPage } from "@/lib/platform/calendar/types";
import { formatDate } from "@/lib/platform/format";
import { daysBetween } from "@/lib/platform/time";

/** The year's arrangement as it is announced: festival by festival. */
export function SpanList({
	page,
	onEdit,
}: {
	page: CalendarPage;
	onEdit?: ((span: Span) => void) | undefined;
}) {
	const t = useTranslations("calendar");
	const locale = useLocale();
	if (page.days.length === 0) return null;
	const known = new Map(page.days.map((one) => [one.day, one.isWorkday]));
	const workdays = daysOf(`${page.year}-01-01`, `${page.year}-12-31`).filter(
		(day) => known.get(day) ?? !isWeekend(day),
	).length;
	const makeUps = page.days.filter((one) => one.isWorkday).length;
	const spanText = (span: Span) =>
		span.from === span.to
			? formatDate(span.from, locale)
			: `${formatDate(span.from, locale)} – ${formatDate(span.to, locale)}`;
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("list.title", { year: String(page.year) })}
				description={t("list.summary", { workdays, holidays: page.days.length - makeUps, makeUps })}
			/>
			<Table label={t("list.title", { year: String(page.year) })}>
				<TableHeader>
					<TableRow>
						<TableHead>{t("list.span")}</TableHead>
						<TableHead>{t("list.kind")}</TableHead>
						<TableHead>{t("list.name")}</TableHead>
						<TableHead numeric>{t("list.days")}</TableHead>
						{onEdit && <TableHead />}
					</TableRow>
				</TableHeader>
				<TableBody>
					{spansOf(page.days).map((span) => (
						<TableRow key={span.from}>
							<TableRowHead className="figure">
								{[...new Set([span.from, span.to])].map((day, index) => (
									<span key={day} className="inline-block whitespace-nowrap">
										{index > 0 && <span className="mx-1">–</span>}
										{formatDate(day, locale)}
									</span>
								))}
							</TableRowHead>
							<TableCell>
								<Badge tone={span.isWorkday ? "warning" : "success"}>
									{t(span.isWorkday ? "legend.makeUp" : "legend.holiday")}
								</Badge>
							</TableCell>
							<TableCell>{locale === "en" ? span.nameEn : span.nameZh}</TableCell>
							<TableCell numeric>{t("list.count", { count: daysBetween(span.from, span.to) + 1 })}</TableCell>
							{onEdit && (
								<TableCell className="text-right">
									<Button
										variant="ghost"
										size="sm"
										aria-label={t("list.editOf", { name: span.nameZh, span: spanText(span) })}
										onClick={() => onEdit(span)}
									>
										{t("list.edit")}
									</Button>
								</TableCell>
							)}
						</TableRow>
					))}
				</TableBody>
			</Table>
		</Card>
	);
}
