import type { Metadata } from "next";
import Link from "next/link";
import { PrintButton } from "@/components/programme/report/print-button";
import { ProgrammeReport } from "@/components/programme/report/programme-report";
import { openWords } from "@/components/programme/words";
import { EmptyState } from "@/components/ui/empty-state";
import { loadProgramme } from "@/lib/domains/programme/loaders/dashboard";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import "@/app/ops/programme/programme.css";
import "./report.css";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("ways.print") };
}

/** Outside the workspace's shell, so that what the browser prints is the report and nothing around it. */
export default async function ProgrammeReportPage() {
	const [words, dashboard] = await Promise.all([openWords(), loadProgramme()]);
	const { t } = words;
	if (!dashboard) return <EmptyState title={t("none")} description={t("noneHint")} />;
	return (
		<>
			<nav aria-label={t("ways.label")} className="report-ways">
				<Link href={routes.ops.programme()} className="pg-link">
					{t("report.back")}
				</Link>
				<PrintButton label={t("report.print")} />
			</nav>
			<ProgrammeReport dashboard={dashboard} now={new Date()} words={words} />
		</>
	);
}
