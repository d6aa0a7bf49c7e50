import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard } from "@/components/ui/stat-card";
import { changeOf, sayChange, sayHeadline, sayProduct } from "@/lib/domains/playbook/rules/say-brief";
import type { Brief } from "@/lib/domains/playbook/types/brief";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { formatCompactFen, formatCount, formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, type Day } from "@/lib/platform/time";
import { BrandPage } from "./brand-pages";
import { BriefMail } from "./brief-mail";
import { type BrandLinks, linksOf } from "./links";
import { MovesTable } from "./moves-card";

type Props = {
	brand: BrandHead;
	side: PlaybookSide;
	weeks: readonly Day[];
	found: { brief: Brief; createdAt: Date } | null;
	/** Whether the reader gets it by mail; null for those who are not of the brand. */
	isMailed: boolean | null;
};

/** What a week brought a brand. */
export async function BriefPage({ brand, side, weeks, found, isMailed }: Props) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const links = linksOf(side, brand.id);
	return (
		<BrandPage
			side={side}
			brand={brand}
			tab="brief"
			title={t("brief.title")}
			description={t("brief.description")}
			actions={
				isMailed !== null && (
					<ClientMessages namespaces={["stations", "errors"]}>
						<span className="text-ink-faint text-xs">
							{t(isMailed ? "brief.mailIsOn" : "brief.mailIsOff")}
						</span>
						<BriefMail brandId={brand.id} isOn={isMailed} />
					</ClientMessages>
				)
			}
		>
			{found ? (
				<div className="space-y-4">
					<Weeks weeks={weeks} current={found.brief.week} links={links} />
					<Figures brief={found.brief} />
					<div className="grid items-start gap-4 lg:grid-cols-2">
						<Steps brief={found.brief} />
						<Sales brief={found.brief} links={links} />
					</div>
					<Moves brief={found.brief} />
					<p className="text-ink-faint text-xs">
						{t("brief.made", { at: formatDateTime(found.createdAt, locale) })}
					</p>
				</div>
			) : (
				<Card>
					<EmptyState title={t("brief.empty")} description={t("brief.emptyHint")} />
				</Card>
			)}
		</BrandPage>
	);
}

async function Weeks({ weeks, current, links }: { weeks: readonly Day[]; current: Day; links: BrandLinks }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	return (
		<nav aria-label={t("brief.choose")} className="flex gap-2 overflow-x-auto pb-1">
			{weeks.map((week) => (
				<Link
					key={week}
					href={links.brief(week)}
					prefetch={false}
					aria-current={week === current ? "page" : undefined}
					className={cn(
						"shrink-0 rounded-md border bg-surface px-3 py-1.5 text-ink-soft text-xs hover:border-line-strong",
						week === current && "border-brand font-medium text-brand-ink",
					)}
				>
					{t("brief.week", { from: formatDate(week, locale), to: formatDate(addDays(week, 6), locale) })}
				</Link>
			))}
		</nav>
	);
}

async function Figures({ brief }: { brief: Brief }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const { items, streamers } = brief;
	const change = changeOf(brief);
	return (
		<>
			<p className="font-semibold text-ink text-lg">{sayHeadline(t, brief)}</p>
			<div className="grid gap-4 sm:grid-cols-3">
				<StatCard
					label={t("brief.gmv")}
					value={formatCompactFen(BigInt(brief.netFen), locale)}
					deltas={change === null ? undefined : [{ label: t("brief.wow"), bps: change }]}
					note={change === null ? t("brief.noBefore") : undefined}
					emphasis
				/>
				<StatCard
					label={t("brief.items")}
					value={t("brief.done", { count: items.done })}
					note={`${t("brief.overdue", { count: items.overdue })} · ${t("brief.due", { count: items.due })}`}
				/>
				<StatCard
					label={t("brief.streamers")}
					value={formatCount(streamers.count)}
					note={
						streamers.count > 0
							? t("brief.streamersLine", { count: streamers.count, before: streamers.before })
							: t("brief.streamersNone")
					}
				/>
			</div>
		</>
	);
}

async function Steps({ brief }: { brief: Brief }) {
	const [t, playbook, locale] = await Promise.all([
		getTranslations("stations"),
		getTranslations("playbook"),
		getLocale(),
	]);
	return (
		<Card>
			<CardHeader title={t("brief.steps")} />
			<CardBody>
				{brief.changes.length === 0 ? (
					<p className="text-ink-faint text-sm">{t("brief.stepsNone")}</p>
				) : (
					<ul className="space-y-2 text-sm">
						{brief.changes.map((one) => (
							<li key={`${one.step}${one.day}`} className="flex items-start gap-2">
								<Badge tone={one.to === "CLOSED" ? "success" : "danger"}>{t(`state.${one.to}`)}</Badge>
								<span className="text-ink">{sayChange(t, one, playbook(`step.${one.step}`), locale)}</span>
							</li>
						))}
					</ul>
				)}
			</CardBody>
		</Card>
	);
}

async function Sales({ brief, links }: { brief: Brief; links: BrandLinks }) {
	const t = await getTranslations("stations");
	const { product, streamers } = brief;
	return (
		<Card>
			<CardHeader title={t("brief.product")} />
			<CardBody className="space-y-4 text-sm">
				{product ? (
					<Link
						href={links.product(product.shopId, product.productId)}
						prefetch={false}
						className="block text-brand-ink underline-offset-4 hover:underline"
					>
						{sayProduct(t, product)}
					</Link>
				) : (
					<p className="text-ink-faint">{t("brief.productNone")}</p>
				)}
				{streamers.top.length > 0 && (
					<ol className="space-y-1.5" aria-label={t("streamers.title")}>
						{streamers.top.map(({ streamerId, fen, sales }) => (
							<li key={streamerId} className="flex justify-between gap-4">
								<span className="min-w-0 truncate text-ink">{streamerId}</span>
								<span className="figure shrink-0 text-ink-soft">
									{formatFen(BigInt(fen))} · {t("products.salesOf", { count: sales })}
								</span>
							</li>
						))}
					</ol>
				)}
			</CardBody>
		</Card>
	);
}

async function Moves({ brief }: { brief: Brief }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const days = [addDays(brief.week, -1), addDays(brief.week, 6)].map((day) => formatDate(day, locale));
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("brief.criteria")}
				description={brief.policyVersion ? t("brief.policy", { version: brief.policyVersion }) : undefined}
			/>
			{brief.moves.length === 0 ? (
				<p className="px-5 pb-5 text-ink-faint text-sm">{t("brief.criteriaNone")}</p>
			) : (
				<MovesTable moves={brief.moves} label={t("brief.criteria")} from={days[0] ?? ""} to={days[1] ?? ""} />
			)}
		</Card>
	);
}
