import Link from "next/link";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Version = {
	version: number;
	effectiveFrom: string;
	isShipped: boolean;
	status: "inForce" | "upcoming" | "past" | "skipped";
};

type Desk = {
	canManage: boolean;
	versions: readonly Version[];
	draft: { updatedBy: string | null; updatedAt: Date } | null;
};

type ActionsProps = Desk & {
	draftHref: string;
	/** The button that begins a draft from a version. */
	begin: (version: number, isSecondary: boolean) => ReactNode;
};

/** The way to the draft there is, or the buttons to begin one: from what is in force and from what was announced. */
export async function PolicyActions({ canManage, versions, draft, draftHref, begin }: ActionsProps) {
	const t = await getTranslations("policies");
	if (draft)
		return (
			<Button asChild variant={canManage ? "primary" : "secondary"}>
				<Link href={draftHref}>{t(canManage ? "overview.continue" : "overview.view")}</Link>
			</Button>
		);
	if (!canManage) return null;
	return versions
		.filter(({ status }) => status === "inForce" || status === "upcoming")
		.map(({ version, status }) => begin(version, status === "upcoming"));
}

type NotesProps = Desk & {
	/** What those who only read may do here, where that is more than reading. */
	readOnly?: string;
	/** What else is to know before the announced versions. */
	children?: ReactNode;
};

/** Who may only read, the draft in the making, and what was announced. */
export async function PolicyNotes({ canManage, versions, draft, readOnly, children }: NotesProps) {
	const [t, locale] = await Promise.all([getTranslations("policies"), getLocale()]);
	return (
		<>
			{!canManage && <Banner>{readOnly ?? t("overview.readOnly")}</Banner>}
			{draft && (
				<Banner title={t("overview.draftOpen")}>
					{t("overview.draftOpenText", {
						by: draft.updatedBy ?? "–",
						at: formatDateTime(draft.updatedAt, locale),
					})}
				</Banner>
			)}
			{children}
			{versions
				.filter(({ status }) => status === "upcoming")
				.map(({ version, effectiveFrom }) => (
					<Banner
						key={version}
						title={t("overview.upcomingTitle", { version, day: formatDate(effectiveFrom, locale) })}
					>
						{t("overview.upcomingText")}
					</Banner>
				))}
		</>
	);
}

type InForceProps = { version: Version; hint?: string; children: ReactNode };

/** The version in force: its number, since when, and what it says. */
export async function PolicyInForce({ version, hint, children }: InForceProps) {
	const [t, locale] = await Promise.all([getTranslations("policies"), getLocale()]);
	const since = version.isShipped
		? t("overview.shipped")
		: t("overview.since", { day: formatDate(version.effectiveFrom, locale) });
	return (
		<section className="space-y-4">
			<div>
				<h2 className="font-semibold text-base text-ink">
					{t("overview.current", { version: version.version })}
				</h2>
				<p className="mt-0.5 text-ink-faint text-xs">{hint ? `${since} · ${hint}` : since}</p>
			</div>
			{children}
		</section>
	);
}
