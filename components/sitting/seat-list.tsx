import Link from "next/link";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { BookingRow } from "@/lib/domains/certification/types/sittings";
import { formatDateTime } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { BeginExam } from "./begin-exam";
import { CancelSeat } from "./cancel-seat";

type Standing = "SITTING" | "MARKING" | "PASSED" | "FAILED" | "PRACTICAL" | "READY" | "BOOKED" | "MISSED";

const tones: Record<Standing, BadgeTone> = {
	SITTING: "info",
	MARKING: "neutral",
	PASSED: "success",
	FAILED: "danger",
	PRACTICAL: "info",
	READY: "brand",
	BOOKED: "neutral",
	MISSED: "warning",
};

function standingOf({ state, isOverdue, isOpen, isOver }: BookingRow): Standing {
	if (state === "SITTING") return isOverdue ? "MARKING" : "SITTING";
	if (state) return state;
	if (isOver) return "MISSED";
	return isOpen ? "READY" : "BOOKED";
}

type Props = { bookings: readonly BookingRow[]; ownId: string; mayBook: boolean };

/** Seats and what became of them: the reader's own, and those of everybody for the owner. */
export async function SeatList({ bookings, ownId, mayBook }: Props) {
	const [t, locale] = await Promise.all([getTranslations("sitting"), getLocale()]);
	return (
		<Card>
			<CardHeader title={mayBook ? t("seats.titleAll") : t("seats.title")} description={t("seats.hint")} />
			{bookings.length === 0 ? (
				<EmptyState title={t("seats.none")} description={t("seats.noneHint")} />
			) : (
				<ul className="divide-y border-t">
					{bookings.map((booking) => (
						<Seat key={booking.id} booking={booking} isOwn={booking.userId === ownId} locale={locale} />
					))}
				</ul>
			)}
		</Card>
	);
}

async function Seat({ booking, isOwn, locale }: { booking: BookingRow; isOwn: boolean; locale: Locale }) {
	const t = await getTranslations("sitting");
	const standing = standingOf(booking);
	const name = locale === "en" ? booking.nameEn : booking.nameZh;
	const { sittingId, points, ofPoints } = booking;
	return (
		<li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-5 py-4">
			<div className="min-w-0">
				<p className="flex flex-wrap items-center gap-2 font-medium text-ink text-sm">
					{t(`levels.${booking.level}`)} · <span className="wrap-anywhere">{name}</span>
					<Badge tone={tones[standing]}>{t(`standing.${standing}`)}</Badge>
				</p>
				<p className="mt-0.5 text-ink-faint text-xs">
					{isOwn ? t("seats.you") : booking.userName} · {timesOf(t, booking, locale)}
					{booking.extraPercent > 0 && ` · ${t("seats.extra", { percent: booking.extraPercent })}`}
					{points !== null && ` · ${t("seats.points", { points, of: ofPoints ?? 0 })}`}
				</p>
			</div>
			<div className="flex flex-wrap gap-2">
				{!sittingId && standing !== "MISSED" && <CancelSeat bookingId={booking.id} />}
				{isOwn && standing === "READY" && <BeginExam bookingId={booking.id} />}
				{isOwn && sittingId && (
					<Button asChild size="sm" variant={standing === "SITTING" ? "primary" : "secondary"}>
						<Link href={routes.partner.sitting(sittingId)}>
							{standing === "SITTING" ? t("seats.goOn") : t("seats.result")}
						</Link>
					</Button>
				)}
			</div>
		</li>
	);
}

type Translate = Awaited<ReturnType<typeof getTranslations<"sitting">>>;

function timesOf(t: Translate, booking: BookingRow, locale: Locale): string {
	if (booking.startedAt) return t("seats.startedAt", { at: formatDateTime(booking.startedAt, locale) });
	const from = formatDateTime(booking.opensAt, locale);
	return booking.closesAt
		? t("windows.between", { from, to: formatDateTime(booking.closesAt, locale) })
		: t("windows.since", { from });
}
