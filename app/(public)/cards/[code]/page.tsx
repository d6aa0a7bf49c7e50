import { ShieldCheck } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { policyKindOf } from "@/lib/domains/trust/constants/policies";
import { loadPublicCard } from "@/lib/domains/trust/loaders/card";
import { promiseValues } from "@/lib/domains/trust/rules/card/promise";
import { formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ code: string }> };
type PublicLine = NonNullable<Awaited<ReturnType<typeof loadPublicCard>>>["lines"][number];

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustcard"))("public.metaTitle") };
}

export default async function PublicCardPage({ params }: Props) {
	const code = decodeURIComponent((await params).code);
	const [t, locale, card] = await Promise.all([
		getTranslations("trustcard"),
		getLocale(),
		loadPublicCard(code),
	]);
	if (!card) notFound();
	return (
		<div className="mx-auto min-h-[50vh] max-w-3xl px-4 py-12 sm:px-8 sm:py-16">
			<h1 className="wrap-anywhere font-semibold text-3xl text-ink">
				{t("public.title", { shop: card.name })}
			</h1>
			<p className="figure mt-2 text-ink-faint text-sm">
				{t("public.checked", { at: formatDateTime(new Date(), locale) })}
			</p>
			{card.lines.length === 0 ? (
				<Banner tone="info" title={t("public.none")} className="mt-6">
					{t("public.noneText")}
				</Banner>
			) : (
				<section aria-label={t("public.now")} className="mt-8 space-y-4">
					<h2 className="font-semibold text-ink text-xl">{t("public.now")}</h2>
					{card.lines.map((line) => (
						<Line key={line.guarantee} line={line} />
					))}
				</section>
			)}
			<section className="mt-10">
				<h2 className="font-semibold text-ink text-xl">{t("public.how")}</h2>
				<p className="mt-2 text-ink-soft leading-relaxed">{t("public.howText")}</p>
			</section>
		</div>
	);
}

async function Line({ line }: { line: PublicLine }) {
	const [t, rules, locale] = await Promise.all([
		getTranslations("trustcard"),
		getTranslations("trustrules"),
		getLocale(),
	]);
	const { guarantee, since, version, document, orderCeilingFen } = line;
	return (
		<Card>
			<CardHeader
				title={
					<span className="inline-flex items-center gap-2">
						<ShieldCheck aria-hidden="true" className="size-5 text-success-ink" />
						{rules(`guarantee.${guarantee}`)}
					</span>
				}
				description={t("public.since", { date: formatDate(since, locale) })}
			/>
			<CardBody>
				<p className="text-ink leading-relaxed">
					{t(`public.${guarantee}`, promiseValues(document, formatFen) as never)}
					{orderCeilingFen !== null && ` ${t("public.ceiling", { amount: formatFen(orderCeilingFen) })}`}
				</p>
				<Link
					className="mt-3 inline-block text-brand-ink text-sm underline underline-offset-4"
					href={routes.trustTerms(policyKindOf[guarantee])}
				>
					{t("public.terms", { version })}
				</Link>
			</CardBody>
		</Card>
	);
}
