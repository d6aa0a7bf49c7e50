import Link from "next/link";
import { StateBadge } from "@/components/admission/state-badge";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { CompanyCase, CompanyHistory } from "@/lib/domains/admission/rules/related-companies";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** What the platform knows of the same company: other applications, partnerships, exits, red lines. */
export async function CompanyHistoryCard({ history }: { history: CompanyHistory }) {
	const t = await getTranslations("review");
	const { applications, partnerships } = history;
	const isEmpty = applications.length + partnerships.length === 0;
	return (
		<Card>
			<CardHeader title={t("history.title")} description={t("history.text")} />
			<CardBody className="space-y-3">
				{isEmpty && <p className="text-ink-faint text-sm">{t("history.none")}</p>}
				{applications.length > 0 && (
					<ul aria-label={t("history.applications")} className="divide-y text-sm">
						{applications.map((row) => (
							<CaseLine key={row.id} row={row} />
						))}
					</ul>
				)}
				{partnerships.length > 0 && <Partnerships partnerships={partnerships} />}
			</CardBody>
		</Card>
	);
}

async function Partnerships({ partnerships }: Pick<CompanyHistory, "partnerships">) {
	const [t, locale] = await Promise.all([getTranslations("review"), getLocale()]);
	return (
		<ul aria-label={t("history.partnerships")} className="divide-y text-sm">
			{partnerships.map((partner) => {
				const admittedOn = formatDate(partner.admittedOn, locale);
				return (
					<li key={partner.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
						<Link
							href={routes.ops.partner(partner.id)}
							className="wrap-anywhere min-w-0 rounded-sm text-brand-ink hover:underline"
						>
							{partner.name}
						</Link>
						<Badge tone={partner.status === "EXITED" ? "neutral" : "info"}>
							{t(`history.status.${partner.status}`)}
						</Badge>
						<span className="figure text-ink-faint text-xs">
							{partner.exitedOn
								? t("history.partnershipOver", { admittedOn, exitedOn: formatDate(partner.exitedOn, locale) })
								: t("history.partnership", { admittedOn })}
						</span>
						{partner.redLines.map((line) => (
							<Badge key={line.id} tone="danger">
								{t("history.redLine", {
									date: formatDate(line.occurredOn, locale),
									kind: t(`history.redLines.${line.kind as "FABRICATED_TRADES"}`),
								})}
							</Badge>
						))}
					</li>
				);
			})}
		</ul>
	);
}

/** One application of a company, with where it stands. */
export async function CaseLine({ row, children }: { row: CompanyCase; children?: React.ReactNode }) {
	const [t, tReview, locale] = await Promise.all([
		getTranslations("admission"),
		getTranslations("review"),
		getLocale(),
	]);
	return (
		<li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
			<Link
				href={routes.ops.application(row.id)}
				className="wrap-anywhere min-w-0 rounded-sm text-brand-ink hover:underline"
			>
				{row.companyName}
			</Link>
			<StateBadge state={row.state} label={t(`states.${row.state}`)} />
			<span className="figure text-ink-faint text-xs">
				{row.number}
				{row.submittedAt &&
					` · ${tReview("history.submitted", { date: formatDate(row.submittedAt, locale) })}`}
			</span>
			{children}
		</li>
	);
}
