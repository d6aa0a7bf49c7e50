import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import type { LiveSessionRow } from "@/lib/domains/playbook/types/channel";
import { formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, type Day, daysBetween, lastDayOf, type Month, shiftMonth } from "@/lib/platform/time";

type Props = {
	month: Month;
	thisMonth: Month;
	sessions: readonly LiveSessionRow[];
	hrefOf: (month?: Month) => string;
};

/** Monday is 0. */
const weekdayOf = (day: Day) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

/** A month of days, each the darker the longer the brand was on air. */
export async function LiveCalendar({ month, thisMonth, sessions, hrefOf }: Props) {
	const [t, locale] = await Promise.all([getTranslations("selflive"), getLocale()]);
	const first = `${month}-01`;
	const days = Array.from({ length: daysBetween(first, lastDayOf(month)) + 1 }, (_, index) =>
		addDays(first, index),
	);
	const step = (to: Month, label: string, icon: React.ReactNode, isOpen: boolean) =>
		isOpen ? (
			<Button asChild size="sm" variant="secondary">
				<Link href={hrefOf(to)} aria-label={label}>
					{icon}
				</Link>
			</Button>
		) : null;
	return (
		<Card>
			<CardHeader
				title={t("calendar", { month: formatMonth(month, locale) })}
				actions={
					<>
						{step(shiftMonth(month, -1), t("earlier"), <ChevronLeft aria-hidden="true" />, true)}
						{step(shiftMonth(month, 1), t("later"), <ChevronRight aria-hidden="true" />, month < thisMonth)}
					</>
				}
			/>
			<div className="grid grid-cols-7 gap-1 px-3 pb-4 text-center sm:px-5">
				{[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
					<span key={weekday} aria-hidden="true" className="pb-1 text-ink-faint text-xs">
						{t("weekdays").charAt(weekday)}
					</span>
				))}
				{days.map((day, index) => (
					<DayCell
						key={day}
						day={day}
						column={index === 0 ? weekdayOf(day) + 1 : undefined}
						sessions={sessions.filter((one) => one.day === day)}
					/>
				))}
			</div>
			{sessions.length === 0 && <EmptyState title={t("empty")} description={t("emptyHint")} />}
		</Card>
	);
}

async function DayCell({
	day,
	column,
	sessions,
}: {
	day: Day;
	column?: number;
	sessions: readonly LiveSessionRow[];
}) {
	const [t, locale] = await Promise.all([getTranslations("selflive"), getLocale()]);
	const minutes = sessions.reduce((sum, one) => sum + one.minutes, 0);
	const time = t("minutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
	const depth = Math.min(34, Math.round(minutes / 14));
	const label = `${formatDate(day, locale)}${sessions.length > 0 ? ` · ${t("sessions", { count: sessions.length })} · ${time}` : ""}`;
	return (
		<div
			data-day={day}
			data-minutes={minutes}
			title={label}
			style={{
				gridColumnStart: column,
				backgroundColor: minutes > 0 ? `color-mix(in oklab, var(--brand) ${depth}%, transparent)` : undefined,
			}}
			className={cn(
				"min-h-12 rounded-md border border-line px-1 py-1.5 text-xs",
				minutes === 0 && "text-ink-faint",
			)}
		>
			<span className="sr-only">{label}</span>
			<span aria-hidden="true">
				<span className="block">{Number(day.slice(8))}</span>
				{minutes > 0 && (
					<span className="figure block font-medium text-2xs text-ink sm:text-xs">
						{`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`}
					</span>
				)}
			</span>
		</div>
	);
}
