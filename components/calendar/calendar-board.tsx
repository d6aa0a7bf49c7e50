"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { EditDialog, type EditedSpan } from "@/components/calendar/edit-dialog";
import { ImportDialog } from "@/components/calendar/import-dialog";
import { SpanList } from "@/components/calendar/span-list";
import { YearGrid } from "@/components/calendar/year-grid";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { isWeekend } from "@/lib/platform/calendar/rules";
import type { CalendarPage } from "@/lib/platform/calendar/types";
import type { Day } from "@/lib/platform/time";

/** A year of the calendar, and for those who keep it the ways to change it. */
export function CalendarBoard(page: CalendarPage) {
	const t = useTranslations("calendar");
	const [edited, setEdited] = useState<EditedSpan | null>(null);
	const blank = (day: Day): EditedSpan => ({
		from: day,
		to: day,
		isWorkday: isWeekend(day),
		nameZh: "",
		nameEn: "",
		isKnown: false,
	});
	function editDay(day: Day) {
		const known = page.days.find((one) => one.day === day);
		setEdited(known ? { ...known, from: day, to: day, isKnown: true } : { ...blank(day), isWorkday: false });
	}
	const firstFree = page.today.startsWith(String(page.year)) ? page.today : `${page.year}-01-01`;
	return (
		<div className="mt-4 space-y-4">
			<div className="flex flex-wrap items-center justify-between gap-3">
				<Legend />
				{page.canManage && (
					<div className="flex flex-wrap gap-2">
						<ImportDialog />
						<Button onClick={() => setEdited({ ...blank(firstFree), isWorkday: false })}>
							{t("edit.add")}
						</Button>
					</div>
				)}
			</div>
			{page.days.length === 0 && (
				<Banner tone="warning">{t("emptyYear", { year: String(page.year) })}</Banner>
			)}
			<Card className="p-4 sm:p-5">
				<YearGrid page={page} onPick={page.canManage ? editDay : undefined} />
			</Card>
			<SpanList
				page={page}
				onEdit={page.canManage ? (span) => setEdited({ ...span, isKnown: true }) : undefined}
			/>
			{edited && (
				<EditDialog key={`${edited.from}${edited.to}`} span={edited} onClose={() => setEdited(null)} />
			)}
		</div>
	);
}

function Legend() {
	const t = useTranslations("calendar");
	const marks = [
		{ key: "workday", classes: "border bg-surface" },
		{ key: "weekend", classes: "bg-sunken" },
		{ key: "holiday", classes: "bg-success-soft" },
		{ key: "makeUp", classes: "bg-warning-soft" },
		{ key: "today", classes: "ring-2 ring-brand" },
	] as const;
	return (
		<ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
			{marks.map(({ key, classes }) => (
				<li key={key} className="flex items-center gap-1.5">
					<span aria-hidden="true" className={`size-3.5 rounded-sm ${classes}`} />
					{t(`legend.${key}`)}
				</li>
			))}
		</ul>
	);
}
