import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import type { ExitCaseRecord } from "@/lib/domains/partnership/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { Words } from "./words";

/** How an exit case ended, and why. */
export async function DecisionRecord({
	exit,
	noticeId,
	by,
}: {
	exit: ExitCaseRecord;
	noticeId: string | null;
	by?: string | null;
}) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	if (exit.state === "CANCELLED") return <Banner title={t("exit.cancelled")} />;
	if (exit.state !== "CONFIRMED" && exit.state !== "DISMISSED") return null;
	const day = exit.effectiveOn ? formatDate(exit.effectiveOn, locale) : "";
	const line = [by, exit.decidedAt && formatDateTime(exit.decidedAt, locale)].filter(Boolean).join(" · ");
	return (
		<Banner
			tone={exit.state === "CONFIRMED" ? "danger" : "success"}
			title={t(exit.state === "CONFIRMED" ? "exit.confirmed" : "exit.dismissed", { day })}
		>
			<Words className="mt-1">{exit.decisionReason}</Words>
			<p className="figure mt-1 text-ink-soft text-xs">{line}</p>
			{noticeId && (
				<Link
					className="mt-1 inline-block text-brand-ink underline underline-offset-4"
					href={routes.notice(noticeId)}
				>
					{t("exit.publicNotice")}
				</Link>
			)}
		</Banner>
	);
}
