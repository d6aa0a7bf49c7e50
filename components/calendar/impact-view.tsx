"use client";

import { useLocale, useTranslations } from "use-intl";
import type { ChangePreview } from "@/lib/platform/calendar/types";
import { formatDate } from "@/lib/platform/format";

const shownMoves = 8;

/** What a change does, to the calendar and to every running clock, before it is made. */
export function ImpactView({ preview }: { preview: ChangePreview }) {
	const t = useTranslations("calendar");
	const locale = useLocale();
	const { added, changed, removed, unchanged } = preview;
	const moving = preview.clocks.filter(({ moved }) => moved > 0);
	return (
		<section className="rounded-lg border bg-sunken p-4 text-sm" aria-live="polite">
			<h3 className="font-semibold text-ink">{t("impact.title")}</h3>
			<p className="mt-1 text-ink-soft">{t("impact.days", { added, changed, removed, unchanged })}</p>
			{moving.length === 0 && <p className="mt-2 text-ink-soft">{t("impact.none")}</p>}
			{moving.map((clock) => (
				<div key={clock.kind} className="mt-3">
					<p className="text-ink">
						{t(`impact.clock.${clock.kind}`)} ·{" "}
						{t("impact.moved", { running: clock.running, moved: clock.moved })}
					</p>
					<ul className="figure mt-1 space-y-0.5 text-ink-soft text-xs">
						{clock.moves.slice(0, shownMoves).map(({ from, to, count }) => (
							<li key={from + to}>
								{t("impact.move", { from: formatDate(from, locale), to: formatDate(to, locale), count })}
							</li>
						))}
						{clock.moves.length > shownMoves && <li>…</li>}
					</ul>
				</div>
			))}
			{moving.length > 0 && <p className="mt-3 text-ink-faint text-xs">{t("impact.note")}</p>}
		</section>
	);
}
