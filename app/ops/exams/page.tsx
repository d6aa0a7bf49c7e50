import type { Metadata } from "next";
import { CoverageCard } from "@/components/exams/coverage-card";
import { DeskTabs } from "@/components/exams/desk-tabs";
import { OpenWindow } from "@/components/exams/window-form";
import { WindowTable } from "@/components/exams/window-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadExamWindows } from "@/lib/domains/certification/loaders/desk";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("examdesk"))("windows.title") };
}

const empty = { nameZh: "", nameEn: "", opensAt: "", closesAt: "", seats: "" };

export default async function ExamWindowsPage() {
	const [t, { windows, coverage, topics, mayWrite }] = await Promise.all([
		getTranslations("examdesk"),
		loadExamWindows(),
	]);
	return (
		<ClientMessages namespaces={["examdesk", "errors", "common"]}>
			<PageHeader
				title={t("windows.title")}
				description={t("windows.description")}
				actions={mayWrite && <OpenWindow values={empty} />}
			/>
			<DeskTabs current="windows" />
			<div className="mt-4 space-y-8">
				<Card className="overflow-hidden">
					{windows.length === 0 ? (
						<EmptyState title={t("windows.none")} description={t("windows.noneHint")} />
					) : (
						<WindowTable windows={windows} />
					)}
				</Card>
				<section className="space-y-4">
					<div>
						<h2 className="font-semibold text-base">{t("coverage.title")}</h2>
						<p className="mt-1 text-ink-soft text-sm">{t("coverage.description")}</p>
					</div>
					<div className="grid items-start gap-4 *:min-w-0 xl:grid-cols-3">
						{coverage.map(({ level, sections }) => (
							<CoverageCard key={level} level={level} sections={sections} topics={topics} />
						))}
					</div>
				</section>
			</div>
		</ClientMessages>
	);
}
