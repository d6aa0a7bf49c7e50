"use client";

import { Download } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CardBody } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { DescriptionList } from "@/components/ui/description-list";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { RehearsalResult } from "@/lib/domains/gmv/types";
import type { RehearsalRow } from "@/lib/domains/intake/types";
import { formatCount, formatDate, formatFen, formatMonthRange } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";

const parts = [
	{ name: "accepted", tone: "bg-success" },
	{ name: "duplicate", tone: "bg-line-strong" },
	{ name: "conflict", tone: "bg-warning" },
	{ name: "rejected", tone: "bg-danger" },
] as const;

/** What the import would do: where every line would go, what it would add, and what it would refuse. */
export function RehearsalFigures({
	rehearsal,
	result,
}: {
	rehearsal: RehearsalRow;
	result: RehearsalResult;
}) {
	const t = useTranslations("mapping.rehearsal");
	const figures = Object.fromEntries(
		(["lines", "accepted", "duplicate", "conflict", "rejected"] as const).map((name) => [
			name,
			formatCount(result[name]),
		]),
	);
	const isClean = result.rejected + result.conflict === 0;
	return (
		<>
			<CardBody className="flex flex-col gap-5">
				<dl className="grid grid-cols-2 gap-4 lg:grid-cols-4">
					{parts.map(({ name, tone }) => (
						<div key={name}>
							<dt className="flex items-center gap-2 text-ink-soft text-sm">
								<span aria-hidden="true" className={cn("size-2.5 rounded-xs", tone)} />
								{t(name)}
							</dt>
							<dd
								className={cn("figure mt-1 font-semibold text-2xl", result[name] === 0 && "text-ink-faint")}
							>
								{formatCount(result[name])}
							</dd>
						</div>
					))}
				</dl>
				<p className="text-ink-faint text-xs">{t("addsUp", figures)}</p>
				{result.accepted > 0 ? (
					<AddedFacts result={result} />
				) : (
					<Banner tone="warning">{t("nothing")}</Banner>
				)}
				{isClean && <Banner tone="success">{t("none")}</Banner>}
			</CardBody>
			{!isClean && <Refused rehearsal={rehearsal} result={result} />}
		</>
	);
}

function AddedFacts({ result }: { result: RehearsalResult }) {
	if (result.metrics) return <AddedMonths metrics={result.metrics} />;
	if (result.complaints) return <AddedComplaints result={result} complaints={result.complaints} />;
	return result.sessions ? (
		<AddedSessions result={result} sessions={result.sessions} />
	) : (
		<Added result={result} />
	);
}

/** Of live sessions: what they come to on air, and what of it is corrected or shared. */
function AddedSessions({
	result,
	sessions,
}: {
	result: RehearsalResult;
	sessions: NonNullable<RehearsalResult["sessions"]>;
}) {
	const t = useTranslations("mapping.rehearsal");
	const locale = useLocale();
	const { fromDay, toDay } = result;
	const items = [
		{ term: t("sessions"), detail: formatCount(sessions.count) },
		{
			term: t("onAir"),
			detail: t("onAirValue", {
				hours: formatCount(Math.floor(sessions.minutes / 60)),
				minutes: String(sessions.minutes % 60),
			}),
		},
		{ term: t("sessionGmv"), detail: formatFen(BigInt(result.paidFen)) },
		{
			term: t("days"),
			detail: fromDay && toDay ? `${formatDate(fromDay, locale)} – ${formatDate(toDay, locale)}` : null,
		},
		{ term: t("shops"), detail: formatCount(result.shops) },
		{ term: t("newShops"), detail: formatCount(result.newShops) },
		{ term: t("corrections"), detail: formatCount(sessions.corrections) },
		{ term: t("withdrawn"), detail: formatCount(sessions.withdrawn) },
		{ term: t("overlapping"), detail: formatCount(sessions.overlapping) },
		{ term: t("overnight"), detail: formatCount(sessions.overnight) },
	];
	return (
		<>
			<DescriptionList items={items} columns={3} />
			<p className="text-ink-faint text-xs">{t("sessionRules")}</p>
			{result.newShops > 0 && <NewShops result={result} />}
		</>
	);
}

/** Of complaints: how many of each kind, on which days, and what of it is corrected. */
function AddedComplaints({
	result,
	complaints,
}: {
	result: RehearsalResult;
	complaints: NonNullable<RehearsalResult["complaints"]>;
}) {
	const t = useTranslations("mapping.rehearsal");
	const locale = useLocale();
	const { fromDay, toDay } = result;
	const items = [
		{ term: t("contentComplaints"), detail: formatCount(complaints.content) },
		{ term: t("priceComplaints"), detail: formatCount(complaints.price) },
		{
			term: t("days"),
			detail: fromDay && toDay ? `${formatDate(fromDay, locale)} – ${formatDate(toDay, locale)}` : null,
		},
		{ term: t("shops"), detail: formatCount(result.shops) },
		{ term: t("newShops"), detail: formatCount(result.newShops) },
		{ term: t("corrections"), detail: formatCount(complaints.corrections) },
	];
	return (
		<>
			<DescriptionList items={items} columns={3} />
			<p className="text-ink-faint text-xs">{t("complaintRules")}</p>
			{result.newShops > 0 && <NewShops result={result} />}
		</>
	);
}

function NewShops({ result: { newShopCodes, newShops } }: { result: RehearsalResult }) {
	const t = useTranslations("mapping.rehearsal");
	const locale = useLocale();
	const more = newShops > newShopCodes.length ? ` ${t("more")}` : "";
	return (
		<p className="wrap-anywhere text-ink-faint text-xs">
			{t("newShopCodes", { codes: newShopCodes.join(locale === "en" ? ", " : "、") + more })}
		</p>
	);
}

function Added({ result }: { result: RehearsalResult }) {
	const t = useTranslations("mapping.rehearsal");
	const locale = useLocale();
	const { paidFen, refundedFen, fromDay, toDay, newShops } = result;
	const items = [
		{
			term: t("net"),
			detail: <strong className="figure">{formatFen(BigInt(paidFen) - BigInt(refundedFen))}</strong>,
		},
		{ term: t("paid"), detail: <span className="figure">{formatFen(BigInt(paidFen))}</span> },
		{ term: t("refunded"), detail: <span className="figure">{formatFen(BigInt(refundedFen))}</span> },
		{
			term: t("days"),
			detail: fromDay && toDay ? `${formatDate(fromDay, locale)} – ${formatDate(toDay, locale)}` : null,
		},
		{ term: t("shops"), detail: formatCount(result.shops) },
		{ term: t("newShops"), detail: formatCount(newShops) },
	];
	return (
		<>
			<DescriptionList items={items} columns={3} />
			{newShops > 0 && <NewShops result={result} />}
		</>
	);
}

/** Of monthly metrics: whose, of which months, and how many former ones they replace. */
function AddedMonths({ metrics }: { metrics: NonNullable<RehearsalResult["metrics"]> }) {
	const t = useTranslations("mapping.rehearsal");
	const locale = useLocale();
	const { partners, fromMonth, toMonth, corrections } = metrics;
	const items = [
		{ term: t("partners"), detail: formatCount(partners) },
		{ term: t("months"), detail: fromMonth && toMonth ? formatMonthRange(fromMonth, toMonth, locale) : null },
		{ term: t("corrections"), detail: formatCount(corrections) },
	];
	return <DescriptionList items={items} columns={3} />;
}

function Refused({ rehearsal, result }: { rehearsal: RehearsalRow; result: RehearsalResult }) {
	const t = useTranslations("mapping.rehearsal");
	const tGmv = useTranslations("gmv");
	return (
		<div className="border-t pt-4">
			<div className="flex flex-wrap items-start justify-between gap-3 px-5 pb-3">
				<div>
					<h3 className="font-medium text-sm">{t("reasons")}</h3>
					<ul className="mt-1 flex flex-col gap-1 text-ink-soft text-sm">
						{result.reasons.map(({ code, count }) => (
							<li key={code}>
								<span className="figure font-medium text-ink">{formatCount(count)}</span> ·{" "}
								{tGmv(`rejection.${code}`)}
							</li>
						))}
					</ul>
				</div>
				{rehearsal.hasErrors && (
					<Button asChild variant="secondary" size="sm">
						<a href={routes.api.rehearsalErrors(rehearsal.id)} download>
							<Download aria-hidden="true" />
							{t("download")}
						</a>
					</Button>
				)}
			</div>
			<Table label={t("errors", { count: formatCount(result.errors.length) })} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead>{tGmv("imports.lineNumber")}</TableHead>
						<TableHead>{tGmv("imports.column")}</TableHead>
						<TableHead>{tGmv("imports.value")}</TableHead>
						<TableHead className="min-w-56">{tGmv("imports.reason")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{result.errors.map((error) => (
						<TableRow key={error.line}>
							<TableRowHead className="figure w-24">{formatCount(error.line)}</TableRowHead>
							<TableCell className="min-w-24 text-xs">
								{error.column || <span className="text-ink-faint">{tGmv("imports.wholeLine")}</span>}
							</TableCell>
							<TableCell className="min-w-32 max-w-80 break-all font-mono text-xs">
								{error.value || (
									<span className="font-sans text-ink-faint">{tGmv("imports.emptyValue")}</span>
								)}
							</TableCell>
							<TableCell>{tGmv(`rejection.${error.code}`)}</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</div>
	);
}
