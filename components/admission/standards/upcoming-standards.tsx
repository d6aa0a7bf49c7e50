import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export type UpcomingStandardsProps = {
	/** From `loadUpcomingStandards`; nothing is shown for null. */
	upcoming: {
		version: number;
		effectiveOn: string;
		currentVersion: number;
		changes: readonly string[];
	} | null;
	className?: string;
};

/** Tells whoever fills in an application that other standards are about to hold, and what changes. */
export async function UpcomingStandards({ upcoming, className }: UpcomingStandardsProps) {
	if (!upcoming) return null;
	const [t, locale] = await Promise.all([getTranslations("standards"), getLocale()]);
	const day = formatDate(upcoming.effectiveOn, locale);
	return (
		<Banner className={className ?? ""} title={t("upcoming.title")}>
			<p>{t("upcoming.text", { version: upcoming.version, day, current: upcoming.currentVersion })}</p>
			<ul className="mt-2 list-disc space-y-1 pl-5">
				{upcoming.changes.map((change) => (
					<li key={change}>{change}</li>
				))}
			</ul>
			<Link href={routes.notices()} className="mt-2 inline-block text-brand-ink underline underline-offset-4">
				{t("upcoming.more")}
			</Link>
		</Banner>
	);
}
