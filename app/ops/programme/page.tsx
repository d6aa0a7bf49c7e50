import type { Metadata } from "next";
import { ProgrammeFrame } from "@/components/programme/programme-frame";
import { ProgrammeGlance } from "@/components/programme/programme-glance";
import { openWords } from "@/components/programme/words";
import { loadProgramme } from "@/lib/domains/programme/loaders/dashboard";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("metaTitle") };
}

export default async function ProgrammePage() {
	const [words, dashboard] = await Promise.all([openWords(), loadProgramme()]);
	return (
		<ProgrammeFrame world={dashboard} tab="overview" words={words}>
			{dashboard && <ProgrammeGlance dashboard={dashboard} words={words} />}
		</ProgrammeFrame>
	);
}
