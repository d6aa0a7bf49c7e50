import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { NoticeRecord } from "@/lib/domains/partnership/schema/notice";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** One published notice, alone or in the list. */
export async function NoticeArticle({ notice, isWhole }: { notice: NoticeRecord; isWhole?: boolean }) {
	const [t, locale] = await Promise.all([getTranslations("notices"), getLocale()]);
	const title = await titleOf(notice);
	const Heading = isWhole ? "h1" : "h2";
	return (
		<article id={notice.id} className="scroll-mt-24 py-7">
			<div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-faint text-xs">
				<Badge tone={notice.kind === "EXIT" ? "danger" : "brand"}>{t(`kinds.${notice.kind}`)}</Badge>
				<time dateTime={notice.publishedAt.toISOString()} className="figure">
					{t("publishedOn", { day: formatDate(notice.publishedAt, locale) })}
				</time>
				{notice.kind === "EXIT" && <span className="figure">{notice.params.number}</span>}
			</div>
			<Heading className={`mt-2 wrap-anywhere font-semibold text-ink ${isWhole ? "text-2xl" : "text-lg"}`}>
				{isWhole ? (
					title
				) : (
					<Link href={routes.notice(notice.id)} className="hover:underline underline-offset-4">
						{title}
					</Link>
				)}
			</Heading>
			<div className="mt-2 max-w-3xl text-ink-soft text-sm leading-relaxed">
				{notice.kind === "EXIT" ? <ExitBody notice={notice} /> : <RulesBody notice={notice} />}
			</div>
		</article>
	);
}

export async function titleOf(notice: NoticeRecord): Promise<string> {
	const t = await getTranslations("notices");
	if (notice.kind === "EXIT") return t("exit.title", { company: notice.params.company });
	return t(`rules.titles.${notice.params.kind}`, { version: notice.params.version });
}

async function ExitBody({ notice }: { notice: Extract<NoticeRecord, { kind: "EXIT" }> }) {
	const [t, tPartnership, locale] = await Promise.all([
		getTranslations("notices"),
		getTranslations("partnership"),
		getLocale(),
	]);
	const { kind, company, reasonCodes } = notice.params;
	const reasons = reasonCodes.map((code) => {
		const key = `exit.reasons.${code}` as "exit.reasons.OWN_REQUEST";
		return tPartnership.has(key) ? tPartnership(key) : code;
	});
	return (
		<>
			<p>{t("exit.text", { company, day: formatDate(notice.effectiveOn, locale, { long: true }) })}</p>
			<p className="mt-1">
				{t("exit.kind", { kind: tPartnership(`exit.kinds.${kind}`) })}
				{kind !== "VOLUNTARY" &&
					reasons.length > 0 &&
					` ${t("exit.reasons", { reasons: reasons.join(t("comma")) })}`}
			</p>
		</>
	);
}

async function RulesBody({ notice }: { notice: Extract<NoticeRecord, { kind: "RULES" }> }) {
	const [t, locale] = await Promise.all([getTranslations("notices"), getLocale()]);
	const { changesZh, changesEn } = notice.params;
	const lines = locale === "en" ? changesEn : changesZh;
	return (
		<>
			<p>{t("rules.text", { day: formatDate(notice.effectiveOn, locale, { long: true }) })}</p>
			{lines.length > 0 && (
				<ul className="mt-2 list-disc space-y-1 pl-5">
					{lines.map((line) => (
						<li key={line}>{line}</li>
					))}
				</ul>
			)}
		</>
	);
}
