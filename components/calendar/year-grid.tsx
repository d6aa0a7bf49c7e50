"use client";

import { useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { isWeekend, weeksOf } from "@/lib/platform/calendar/rules";
import type { CalendarPage, SpecialDay } from "@/lib/platform/calendar/types";
import { formatDate, formatMonth } from "@/lib/platform/format";
import type { Day } from "@/lib/platform/time";

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));
const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** Twelve months, Monday first. With `onPick` every day is a button. */
export function YearGrid({
	page,
	onPick,
}: {
	page: CalendarPage;
	onPick?: ((day: Day) => void) | undefined;
}) {
	const locale = useLocale();
	const t = useTranslations("calendar");
	const known = new Map(page.days.map((one) => [one.day, one]));
	return (
		<div className="grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4">
			{months.map((number) => {
				const month = `${page.year}-${number}`;
				return (
					<table key={month} className="w-full table-fixed self-start text-center text-xs">
						<caption className="mb-1.5 text-left font-semibold text-ink text-sm">
							{formatMonth(month, locale)}
						</caption>
						<thead>
							<tr>
								{weekdays.map((weekday) => (
									<th key={weekday} scope="col" className="py-1 font-normal text-ink-faint">
										{t(`weekdays.${weekday}`)}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{weeksOf(month).map((week) => (
								<tr key={week.find(Boolean)}>
									{week.map((day, index) => (
										<td key={day ?? `${month}-${weekdays[index]}`} className="p-0.5">
											{day && (
												<DayCell
													day={day}
													special={known.get(day)}
													isToday={day === page.today}
													onPick={onPick}
												/>
											)}
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				);
			})}
		</div>
	);
}

type DayCellProps = {
	day: Day;
	special: SpecialDay | undefined;
	isToday: boolean;
	onPick: ((day: Day) => void) | undefined;
};

function DayCell({ day, special, isToday, onPick }: DayCellProps) {
	const t = useTranslations("calendar");
	const locale = useLocale();
	const ordinary = isWeekend(day) ? "weekend" : "workday";
	const kind = special ? (special.isWorkday ? "makeUp" : "holiday") : ordinary;
	const name = special && (locale === "en" ? special.nameEn : special.nameZh);
	const label = [formatDate(day, locale, { long: true }), t(`legend.${kind}`), name]
		.filter(Boolean)
		.join(" · ");
	const classes = cn(
		"figure flex h-8 w-full items-center justify-center rounded-sm",
		kind === "workday" && "text-ink",
		kind === "weekend" && "bg-sunken text-ink-faint",
		kind === "holiday" && "bg-success-soft font-semibold text-success-ink",
		kind === "makeUp" && "bg-warning-soft font-semibold text-warning-ink",
		isToday && "ring-2 ring-brand",
	);
	const number = Number(day.slice(8));
	if (!onPick) {
		return (
			<span className={classes} title={label}>
				<span aria-hidden="true">{number}</span>
				<span className="sr-only">{label}</span>
			</span>
		);
	}
	return (
		<button
			type="button"
			aria-label={label}
			title={label}
			onClick={() => onPick(day)}
			className={cn(classes, "hover:ring-1 hover:ring-line-strong")}
		>
			{number}
		</button>
	);
}
