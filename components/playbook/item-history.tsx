import type { ItemEvent } from "@/lib/domains/playbook/types/items";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What happened to an item, newest first. */
export async function ItemHistory({ events }: { events: readonly ItemEvent[] }) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	if (events.length === 0) return <p className="text-ink-faint text-sm">{t("item.noHistory")}</p>;
	return (
		<ol className="space-y-3">
			{events.map((event) => (
				<li key={event.id} className="border-l-2 pl-3 text-sm">
					<p className="text-ink-faint text-xs">
						<span className="font-medium text-ink-soft">{event.byName}</span>（{t(`owner.${event.side}`)}）
						{event.kind !== "COMMENT" && (
							<span> {t(`event.${event.kind as "COMPLETE"}`, { version: event.text ?? "" })}</span>
						)}{" "}
						· {formatDateTime(event.at, locale)}
					</p>
					{event.text && !["MIGRATE", "RETIRE"].includes(event.kind) && (
						<p className="wrap-anywhere mt-0.5 whitespace-pre-line text-ink">{event.text}</p>
					)}
				</li>
			))}
		</ol>
	);
}
