import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { OfferedBenefit } from "@/lib/domains/benefits/types";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { contextOf, whyNot } from "./condition-words";
import { nameOf, showShort, type Track } from "./words";

export type BenefitWorkspace = "partner" | "brand";
type Props = { offered: readonly OfferedBenefit[]; tracks: readonly Track[]; workspace: BenefitWorkspace };

/** What can be applied for first, then what cannot and why. */
export async function Catalogue({ offered, tracks, workspace }: Props) {
	const t = await getTranslations("benefits");
	const can = offered.filter(({ eligibility }) => eligibility.eligible);
	const cannot = offered.filter(({ eligibility }) => !eligibility.eligible);
	if (offered.length === 0)
		return (
			<Card>
				<EmptyState title={t("own.none")} description={t("own.noneHint")} />
			</Card>
		);
	return (
		<>
			<Card>
				<CardHeader
					title={`${t("own.available")} (${can.length})`}
					description={can.length === 0 ? t("own.noneAvailable") : undefined}
				/>
				{can.length > 0 && <Cards offered={can} tracks={tracks} workspace={workspace} />}
			</Card>
			{cannot.length > 0 && (
				<Card>
					<CardHeader title={`${t("own.notYet")} (${cannot.length})`} />
					<Cards offered={cannot} tracks={tracks} workspace={workspace} />
				</Card>
			)}
		</>
	);
}

function Cards({ offered, tracks, workspace }: Props) {
	return (
		<CardBody>
			<ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
				{offered.map((one) => (
					<BenefitCard key={one.benefit.id} {...one} tracks={tracks} workspace={workspace} />
				))}
			</ul>
		</CardBody>
	);
}

async function BenefitCard({
	benefit,
	eligibility,
	tracks,
	workspace,
}: OfferedBenefit & Omit<Props, "offered">) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const context = contextOf(t, locale, tracks, benefit);
	const missing = eligibility.conditions.filter(({ holds }) => !holds);
	const isItems = benefit.delivery === "ITEMS";
	return (
		<li className="flex min-w-0 flex-col gap-2 rounded-lg border p-4">
			<div className="flex flex-wrap items-center gap-1.5">
				<Badge tone="brand">{t(`modules.${benefit.module}`)}</Badge>
				<Badge>{t(`audiences.${benefit.audience}`)}</Badge>
			</div>
			<h3 className="wrap-anywhere font-semibold text-ink">
				<Link href={routes[workspace].benefit(benefit.id)} className="hover:text-brand-ink hover:underline">
					{nameOf(benefit, locale)}
				</Link>
			</h3>
			{benefit.amount !== null && (
				<p className="figure font-semibold text-ink text-lg">
					{showShort(benefit.amount, benefit.unit, locale)}
				</p>
			)}
			<p className="line-clamp-3 text-ink-soft text-sm">
				{locale === "en" ? benefit.descriptionEn : benefit.descriptionZh}
			</p>
			<p className="text-ink-faint text-xs">{t(`programmes.${benefit.programme}`)}</p>
			<div className="mt-auto flex flex-wrap items-center justify-between gap-2 border-t pt-3">
				{eligibility.eligible ? (
					<Badge tone="success">{t("eligibility.yes")}</Badge>
				) : (
					<p className="min-w-0 text-danger-ink text-xs">
						{t("own.missing", {
							what: missing.map((one) => whyNot(one, context)).join(locale === "en" ? "; " : "；"),
						})}
					</p>
				)}
				<Link
					href={routes[workspace].benefit(benefit.id)}
					className="font-medium text-brand-ink text-sm hover:underline"
				>
					{t(eligibility.eligible ? (isItems ? "own.take" : "own.apply") : "own.detail")}
				</Link>
			</div>
		</li>
	);
}
