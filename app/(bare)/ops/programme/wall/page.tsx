import type { Metadata } from "next";
import { WallScreen } from "@/components/programme/wall/wall-screen";
import { openWords } from "@/components/programme/words";
import { EmptyState } from "@/components/ui/empty-state";
import { loadProgramme } from "@/lib/domains/programme/loaders/dashboard";
import { getTranslations } from "@/lib/platform/i18n/server";
import "@/app/ops/programme/programme.css";
import "./wall.css";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("wall.meta") };
}

/** Outside the workspace's shell: the screen hangs on a wall, nobody touches it, and it keeps itself up to date. */
export default async function ProgrammeWallPage() {
	const [words, dashboard] = await Promise.all([openWords(), loadProgramme()]);
	if (!dashboard) return <EmptyState title={words.t("none")} description={words.t("noneHint")} />;
	return <WallScreen dashboard={dashboard} now={new Date()} words={words} />;
}
