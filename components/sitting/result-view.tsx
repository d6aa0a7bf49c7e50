import Link from "next/link";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Progress } from "@/components/ui/progress";
import type { SittingResult } from "@/lib/domains/certification/types/sittings";
import { formatBps, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { ReviewedQuestions } from "./reviewed-questions";

/** What came of an exam: the result, the points by topic, and the explanations once nobody can still be sitting. */
export async function ResultView({ sitting }: { sitting: SittingResult }) {
	const [t, locale] = await Promise.all([getTranslations("sitting"), getLocale()]);
	const { state, certificateId, points, ofPoints, endedAt } = sitting;
	const tone = state === "PASSED" ? "success" : state === "FAILED" ? "warning" : "info";
	return (
		<div className="space-y-6">
			<Banner
				tone={tone}
				title={t(`result.${state === "SITTING" ? "PRACTICAL" : state}`)}
				actions={
					certificateId && (
						<Button asChild>
							<Link href={routes.partner.certificate(certificateId)}>{t("result.certificate")}</Link>
						</Button>
					)
				}
			>
				{t("result.points", { points: points ?? 0, of: ofPoints ?? 0, pass: formatBps(sitting.passBps) })}
			</Banner>
			<div className="grid items-start gap-6 lg:grid-cols-2">
				<Topics sitting={sitting} />
				<Card>
					<CardHeader title={t("result.facts")} />
					<CardBody>
						<DescriptionList
							items={[
								{ term: t("result.startedAt"), detail: formatDateTime(sitting.startedAt, locale) },
								{
									term: t("result.endedAt"),
									detail: endedAt && formatDateTime(endedAt, locale),
								},
								{
									term: t("result.endedBy"),
									detail: t(`result.by.${sitting.endedBy === "CLOCK" ? "CLOCK" : "CANDIDATE"}`),
								},
								{ term: t("result.passMark"), detail: formatBps(sitting.passBps) },
							]}
						/>
					</CardBody>
				</Card>
			</div>
			<Explanations sitting={sitting} />
		</div>
	);
}

async function Topics({ sitting }: { sitting: SittingResult }) {
	const [t, locale] = await Promise.all([getTranslations("sitting"), getLocale()]);
	return (
		<Card>
			<CardHeader title={t("result.topics")} />
			<CardBody>
				<ul className="space-y-4">
					{sitting.topics.map(({ topic, name, points, of }) => (
						<li key={topic}>
							<p className="mb-1 flex justify-between gap-4 text-sm">
								<span className="wrap-anywhere">{name[locale]}</span>
								<span className="figure text-ink-soft">
									{points} / {of}
								</span>
							</p>
							<Progress label={name[locale]} value={points} max={of} valueText={`${points} / ${of}`} />
						</li>
					))}
				</ul>
			</CardBody>
		</Card>
	);
}

async function Explanations({ sitting }: { sitting: SittingResult }) {
	const [t, locale] = await Promise.all([getTranslations("sitting"), getLocale()]);
	const { explanationsFrom, reviewed } = sitting;
	if (reviewed.length > 0) return <ReviewedQuestions questions={reviewed} />;
	return (
		<Banner title={t("result.explanations")}>
			{explanationsFrom
				? t("result.explanationsFrom", { at: formatDateTime(explanationsFrom, locale) })
				: t("result.explanationsContinuous")}
		</Banner>
	);
}
