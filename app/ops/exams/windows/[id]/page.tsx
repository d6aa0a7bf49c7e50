import type { Metadata } from "next";
import { CandidateTable } from "@/components/exams/candidate-table";
import { toLocalMoment } from "@/components/exams/local-moment";
import { CancelWindow } from "@/components/exams/window-actions";
import { ChangeWindow } from "@/components/exams/window-form";
import { WindowTable } from "@/components/exams/window-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadExamWindow } from "@/lib/domains/certification/loaders/desk";
import { formatBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [locale, { window }] = await Promise.all([getLocale(), params.then(({ id }) => loadExamWindow(id))]);
	return { title: locale === "en" ? window.nameEn : window.nameZh };
}

export default async function ExamWindowPage({ params }: Props) {
	const [t, locale, { window, candidates, blueprint, mayWrite }] = await Promise.all([
		getTranslations("examdesk"),
		getLocale(),
		params.then(({ id }) => loadExamWindow(id)),
	]);
	const name = locale === "en" ? window.nameEn : window.nameZh;
	const isLive = window.standing === "COMING" || window.standing === "OPEN";
	const values = {
		...{ nameZh: window.nameZh, nameEn: window.nameEn },
		...{ opensAt: toLocalMoment(window.opensAt), closesAt: toLocalMoment(window.closesAt) },
		seats: window.seats === null ? "" : String(window.seats),
	};
	return (
		<ClientMessages namespaces={["examdesk", "errors", "common"]}>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={
					blueprint &&
					t("window.policy", {
						version: window.policyVersion,
						questions: blueprint.sections.reduce((sum, { count }) => sum + count, 0),
						minutes: blueprint.minutes,
						pass: formatBps(blueprint.passBps),
					})
				}
				actions={
					mayWrite &&
					isLive && (
						<>
							<CancelWindow window={window} />
							<ChangeWindow window={window} values={values} />
						</>
					)
				}
			/>
			<div className="space-y-6">
				<Card className="overflow-hidden">
					<WindowTable windows={[window]} />
				</Card>
				<Card className="overflow-hidden">
					<CardHeader title={t("candidates.title")} />
					{candidates.length === 0 ? (
						<EmptyState title={t("candidates.none")} description={t("candidates.noneHint")} />
					) : (
						<CandidateTable candidates={candidates} isOver={!isLive} mayGrant={mayWrite && isLive} />
					)}
					{window.booked > candidates.length && (
						<p className="px-5 py-3 text-ink-faint text-xs">
							{t("candidates.shown", { count: candidates.length })}
						</p>
					)}
				</Card>
			</div>
		</ClientMessages>
	);
}
