import type { Metadata } from "next";
import Link from "next/link";
import { OwnForecast } from "@/components/programme/forecast/own-forecast";
import { OwnMonths } from "@/components/programme/forecast/own-months";
import { OwnTargetCards } from "@/components/programme/forecast/own-target";
import { Peers } from "@/components/programme/forecast/peers";
import { type ForecastWords, openForecastWords } from "@/components/programme/forecast/words";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnProgramme } from "@/lib/domains/programme/loaders/own-programme";
import { formatDate } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { addDays } from "@/lib/platform/time";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("forecast");
	return { title: t("own.metaTitle") };
}

export default async function OwnProgrammePage() {
	const [words, own] = await Promise.all([openForecastWords(), loadOwnProgramme()]);
	const { t, locale } = words;
	if (!own || own.terms === null) return <Nothing kind={own ? "none" : "notAdmitted"} words={words} />;
	const { terms, standing } = own;
	return (
		<>
			<PageHeader
				title={t("own.title")}
				description={t("own.description", {
					from: formatDate(terms.range.from, locale),
					to: formatDate(addDays(terms.range.to, -1), locale),
				})}
				meta={<Badge tone="brand">{t("own.asOf", { day: formatDate(terms.asOf, locale) })}</Badge>}
			/>
			<div className="space-y-4">
				{standing.hasLeft && <Banner>{t("own.left")}</Banner>}
				<OwnTargetCards own={own} words={words} />
				<OwnForecast own={own} words={words} />
				<OwnMonths own={own} words={words} />
				<Peers own={own} words={words} />
			</div>
		</>
	);
}

function Nothing({ kind, words: { t } }: { kind: "none" | "notAdmitted"; words: ForecastWords }) {
	return (
		<>
			<PageHeader title={t("own.title")} />
			<Card>
				<EmptyState
					title={t(`own.${kind}`)}
					description={t(`own.${kind}Hint`)}
					actions={
						kind === "notAdmitted" && (
							<Button asChild>
								<Link href={routes.partner.application()}>{t("own.toApplication")}</Link>
							</Button>
						)
					}
				/>
			</Card>
		</>
	);
}
